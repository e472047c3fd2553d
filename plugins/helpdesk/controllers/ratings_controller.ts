import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#core/platform'
import { throttle } from '#core/web'
import { RateTicket } from '#plugins/helpdesk/actions/rate_ticket'
import { readWords } from '#plugins/helpdesk/domain/words'
import { WRITE_LIMIT } from '#plugins/helpdesk/limits'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { ownSteps } from '#plugins/helpdesk/presenters/own_steps'
import {
  customerActor,
  leadBack,
  leadToTicket,
  ticketOf,
} from '#plugins/helpdesk/presenters/own_ticket'
import { renderRating } from '#plugins/helpdesk/presenters/rating_page'
import { renderRefused } from '#plugins/helpdesk/presenters/step_refused'
import { wordsError } from '#plugins/helpdesk/presenters/words_error'
import { storeRatingValidator } from '#plugins/helpdesk/validators/steps'

/** How it went, asked once a ticket is closed. */
export default class RatingsController {
  async create(ctx: HttpContext) {
    const ticket = await ticketOf(ctx)
    return ownSteps(ticket, 0, clock.now()).rate ? renderRating(ctx, ticket) : leadBack(ctx, ticket)
  }

  async store(ctx: HttpContext) {
    const by = customerActor(ctx)
    const ticket = await ticketOf(ctx)
    await throttle(ctx, WRITE_LIMIT, { key: String(by.id) })
    const { rating, comment: typed = '' } = await ctx.request.validateUsing(storeRatingValidator)
    const words = readWords(typed)
    const isTooLong = !words.ok && words.reason === 'too_long'
    if (!rating || isTooLong) return this.#ask(ctx, ticket, { rating, comment: typed, isTooLong })
    const comment = words.ok ? words.text : null
    const rated = await new RateTicket().handle({ ticketId: ticket.id, rating, comment, by })
    if (rated.ok) return leadToTicket(ctx, ticket, 'rated')
    return renderRefused(ctx, { step: 'rate', text: null })
  }

  #ask(ctx: HttpContext, ticket: Ticket, { isTooLong, ...typed }: Refused) {
    const errors = {
      ...(typed.rating ? {} : { rating: ctx.i18n.t('helpdesk.portal.form.errors.rating') }),
      ...(isTooLong ? { comment: wordsError(ctx, 'too_long') } : {}),
    }
    return renderRating(ctx, ticket, { ...typed, errors })
  }
}

type Refused = { rating?: number; comment: string; isTooLong: boolean }
