import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { ChooseTime } from '#plugins/booking/actions/choose_time'
import { giveBackChoice } from '#plugins/booking/actions/keep_choice'
import { HOLD_LIMIT } from '#plugins/booking/limits'
import { Draft } from '#plugins/booking/models/draft'
import { carried } from '#plugins/booking/presenters/carried'
import { pageBehindDraft } from '#plugins/booking/presenters/draft_visit'
import { renderTaken } from '#plugins/booking/presenters/taken'
import { requestedOffer } from '#plugins/booking/presenters/visit'
import { localDateOf } from '#core/scheduling'
import { storeChoiceValidator } from '#plugins/booking/validators/choice'

/** B7: choosing a time keeps it for some minutes; giving it back frees it for everyone. */
export default class ChoicesController {
  async store(ctx: HttpContext) {
    const offer = await requestedOffer(ctx)
    await throttle(ctx, HOLD_LIMIT)
    const form = await ctx.request.validateUsing(storeChoiceValidator)
    const token = form.draft ?? null
    const chosen = await new ChooseTime().handle({ offer, startsAt: form.starts_at, token })
    if (!chosen.ok && chosen.reason !== 'choice_pending') {
      return renderTaken(ctx, { offer, startsAt: form.starts_at, token })
    }
    const draft = chosen.ok ? chosen.token : token!
    const isComplete = chosen.ok && token !== null && (await Draft.ofToken(draft))?.complete
    if (isComplete) return this.#goTo(ctx, 'booking.confirmations.create', { token: draft }, {})
    const params = { location: offer.location.slug, service: offer.service.slug }
    const day = localDateOf(offer.location.zone, form.starts_at)
    const query = { draft, ...(chosen.ok ? {} : { told: 'pending' }) }
    return form.view === 'week'
      ? this.#goTo(ctx, 'booking.weeks.show', params, { ...query, from: day })
      : this.#goTo(ctx, 'booking.calendars.show', params, { ...query, day })
  }

  async destroy(ctx: HttpContext) {
    const page = await pageBehindDraft(ctx)
    if (!page) return
    await giveBackChoice(page.draft)
    const { location, service } = page.offer
    return this.#goTo(
      ctx,
      'booking.calendars.show',
      { location: location.slug, service: service.slug },
      { draft: page.token, day: localDateOf(location.zone, page.draft.startsAt) }
    )
  }

  #goTo(ctx: HttpContext, name: string, params: object, query: object) {
    const address = urlFor(name, { ...params }, { ...carried(ctx), ...query })
    return ctx.response.redirect().status(303).toPath(`${address}#choice`)
  }
}
