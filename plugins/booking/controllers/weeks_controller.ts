import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { daysBetween } from '#core/scheduling'
import { keepPage } from '#core/web'
import { carried } from '#plugins/booking/presenters/carried'
import { presentViews } from '#plugins/booking/presenters/views'
import { presentWeekPage } from '#plugins/booking/presenters/week'
import { pendingChoice, requestedOffer } from '#plugins/booking/presenters/visit'
import { weekOfTimes, type WeekOfTimes } from '#plugins/booking/queries/week_of_times'

/** Where an open page learns which times of these days are still free (B11). */
function freshAddress(params: Record<string, string>, days: WeekOfTimes['days']): string {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  return urlFor('booking.times.index', params, {
    from: first.day,
    days: daysBetween(first.day, last.day) + 1,
  })
}

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
      fresh: freshAddress(params, week.days),
      action: urlFor('booking.choices.store', params, carried(ctx)),
      ...presentViews(ctx, params, { keep, current: 'week' }),
    })
  }
}
