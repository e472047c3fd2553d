import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { monthOfTimes, presentCalendar, sayCorrected } from '#core/scheduling'
import { keepPage } from '#core/web'
import { presentAbout } from '#plugins/booking/presenters/about'
import { presentViews } from '#plugins/booking/presenters/views'
import { carried } from '#plugins/booking/presenters/carried'
import { pendingChoice, requestedOffer } from '#plugins/booking/presenters/visit'

/** B3, B4, B7: the month with free days, the times of a day, the chosen time below. */
export default class CalendarsController {
  async show(ctx: HttpContext) {
    const offer = await requestedOffer(ctx)
    const { choice, keep } = await pendingChoice(ctx, 'month')
    if (!keep.draft) keepPage(ctx)
    const { month, day, told } = ctx.request.qs()
    const times = await monthOfTimes({ offer, audience: 'public', month, day })
    if (!told) sayCorrected(ctx, times)
    const params = { location: offer.location.slug, service: offer.service.slug }
    return ctx.view.render('booking::pages/calendar', {
      ...presentAbout(ctx, offer),
      calendar: presentCalendar(ctx, {
        ...times,
        offer,
        query: { ...carried(ctx), ...keep },
        route: { name: 'booking.calendars.show', params },
        action: urlFor('booking.choices.store', params, carried(ctx)),
      }),
      keep,
      choice,
      fresh: urlFor('booking.times.index', params, { from: times.selected ?? '', days: 1 }),
      ...presentViews(ctx, params, { keep, current: 'month' }),
    })
  }
}
