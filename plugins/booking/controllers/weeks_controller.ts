import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { keepPage } from '#core/web'
import { carried } from '#plugins/booking/presenters/carried'
import { presentViews } from '#plugins/booking/presenters/views'
import { presentWeekPage } from '#plugins/booking/presenters/week'
import { pendingChoice, requestedOffer } from '#plugins/booking/presenters/visit'
import { weekOfTimes } from '#plugins/booking/queries/week_of_times'

/** B5: seven open days rolling from today, one row a time, `x` for what is taken. */
export default class WeeksController {
  async show(ctx: HttpContext) {
    const offer = await requestedOffer(ctx)
    const { choice, keep } = await pendingChoice(ctx, 'week')
    if (!keep.draft) keepPage(ctx)
    const week = await weekOfTimes(offer, ctx.request.qs().from)
    const params = { location: offer.location.slug, service: offer.service.slug }
    const weekHref = (from: string) =>
      urlFor('booking.weeks.show', params, { ...carried(ctx), ...keep, from })
    return ctx.view.render('booking::pages/week', {
      ...presentWeekPage(ctx, offer, week, weekHref),
      choice,
      keep,
      action: urlFor('booking.choices.store', params, carried(ctx)),
      ...presentViews(ctx, params, { keep, current: 'week' }),
    })
  }
}
