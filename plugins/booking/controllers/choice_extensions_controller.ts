import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { extendChoice } from '#plugins/booking/actions/keep_choice'
import type { ChoicePage } from '#plugins/booking/domain/choice_page'
import { carried } from '#plugins/booking/presenters/carried'
import { pageBehindDraft } from '#plugins/booking/presenters/draft_visit'
import type { DraftPage } from '#plugins/booking/queries/draft_page'
import { storeExtensionValidator } from '#plugins/booking/validators/choice'

/** B7: a little more time to fill in the form. */
export default class ChoiceExtensionsController {
  async store(ctx: HttpContext) {
    const found = await pageBehindDraft(ctx)
    if (!found) return
    const { page = 'details' } = await ctx.request.validateUsing(storeExtensionValidator)
    const extended = await extendChoice(found.draft)
    const query = { ...carried(ctx), ...(extended.ok ? {} : { told: extended.reason }) }
    return ctx.response
      .redirect()
      .status(303)
      .toPath(this.#addressOf(page, found, query))
  }

  #addressOf(page: ChoicePage, found: DraftPage, query: Record<string, string>): string {
    const { draft, offer, token } = found
    if (page === 'details') return urlFor('booking.details.edit', { token }, query)
    if (page === 'check') return urlFor('booking.confirmations.create', { token }, query)
    const { location, service } = offer
    const params = { location: location.slug, service: service.slug }
    const day = localDateOf(location.zone, draft.startsAt)
    const address =
      page === 'week'
        ? urlFor('booking.weeks.show', params, { ...query, draft: token, from: day })
        : urlFor('booking.calendars.show', params, { ...query, draft: token, day })
    return `${address}#choice`
  }
}
