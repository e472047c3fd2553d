import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import type { FieldErrors } from '#core/web'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { addressOf } from '#plugins/helpdesk/presenters/own_ticket'
import { aboutOf } from '#plugins/helpdesk/presenters/step_page'

/** The best first. */
const RATINGS = [5, 4, 3, 2, 1]

type Typed = { rating?: number; comment: string; errors: FieldErrors }

/** How it went, in words from very bad to very good, and room for some more. */
export function renderRating(ctx: HttpContext, ticket: Ticket, typed?: Typed) {
  if (typed) ctx.response.status(422)
  return ctx.view.render('helpdesk::pages/rating', {
    title: ctx.i18n.t('helpdesk.portal.steps.rating.title'),
    back: { href: addressOf(ticket) },
    about: aboutOf(ticket),
    action: urlFor('helpdesk.mine.ratings.store', { id: ticket.publicId }),
    options: RATINGS.map((value) => ({
      value,
      label: ctx.i18n.t(`helpdesk.portal.ratings.${value}`),
    })),
    rating: typed?.rating,
    comment: typed?.comment,
    errors: typed?.errors ?? {},
  })
}
