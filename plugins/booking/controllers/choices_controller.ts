import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { allowed, E_TOO_MANY_ATTEMPTS } from '#core/web'
import { ChooseTime } from '#plugins/booking/actions/choose_time'
import { giveBackChoice } from '#plugins/booking/actions/keep_choice'
import { HOLD_LIMIT } from '#plugins/booking/limits'
import { Draft } from '#plugins/booking/models/draft'
import { carried } from '#plugins/booking/presenters/carried'
import { pageBehindDraft } from '#plugins/booking/presenters/draft_visit'
import { renderTaken } from '#plugins/booking/presenters/taken'
import { requestedOffer } from '#plugins/booking/presenters/visit'
import type { Offer } from '#plugins/booking/queries/offers'
import { storeChoiceValidator } from '#plugins/booking/validators/choice'

type Chosen = { offer: Offer; startsAt: number; token: string | null; view?: 'month' | 'week' }

/** B7: choosing a time keeps it for some minutes; giving it back frees it for everyone. */
export default class ChoicesController {
  async store(ctx: HttpContext) {
    const offer = await requestedOffer(ctx)
    const form = await ctx.request.validateUsing(storeChoiceValidator)
    const { starts_at: startsAt, draft: token = null, view } = form
    const choice: Chosen = { offer, startsAt, token, view }
    const chosen = await new ChooseTime().handle({
      ...choice,
      allowed: (trx) => allowed(ctx, [{ limit: HOLD_LIMIT }], trx),
    })
    if (chosen.ok) return this.#onward(ctx, choice, chosen.token)
    if (chosen.reason === 'too_many') throw new E_TOO_MANY_ATTEMPTS(chosen.seconds)
    if (chosen.reason !== 'choice_pending') return renderTaken(ctx, choice)
    return this.#toCalendar(ctx, choice, { draft: choice.token!, told: 'pending' })
  }

  async destroy(ctx: HttpContext) {
    const page = await pageBehindDraft(ctx)
    if (!page) return
    await giveBackChoice(page.draft)
    const { offer, draft } = page
    const given = { offer, startsAt: draft.startsAt, token: page.token }
    return this.#toCalendar(ctx, given, { draft: page.token })
  }

  /** Back to the calendar that shows the choice, or on to the check where all is entered. */
  async #onward(ctx: HttpContext, choice: Chosen, draft: string) {
    const isComplete = choice.token !== null && (await Draft.ofToken(draft))?.complete
    if (isComplete) return this.#goTo(ctx, 'booking.confirmations.create', { token: draft }, {})
    return this.#toCalendar(ctx, choice, { draft })
  }

  #toCalendar(ctx: HttpContext, { offer, startsAt, view }: Chosen, query: object) {
    const { location, service } = offer
    const params = { location: location.slug, service: service.slug }
    const day = localDateOf(location.zone, startsAt)
    return view === 'week'
      ? this.#goTo(ctx, 'booking.weeks.show', params, { ...query, from: day })
      : this.#goTo(ctx, 'booking.calendars.show', params, { ...query, day })
  }

  #goTo(ctx: HttpContext, name: string, params: object, query: object) {
    const address = urlFor(name, { ...params }, { ...carried(ctx), ...query })
    return ctx.response.redirect().status(303).toPath(`${address}#choice`)
  }
}
