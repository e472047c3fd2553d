import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { keepPage } from '#core/web'
import { presentCalendar } from '#plugins/booking/presenters/calendar_page'
import { presentViews } from '#plugins/booking/presenters/views'
import { carried } from '#plugins/booking/presenters/carried'
import { pendingChoice, requestedOffer } from '#plugins/booking/presenters/visit'
import { monthOfTimes } from '#plugins/booking/queries/month_of_times'

/** B3, B4, B7: the month with free days, the times of a day, the chosen time below. */
export default class CalendarsController {
  async show(ctx: HttpContext) {
    const offer = await requestedOffer(ctx)
    const { choice, keep } = await pendingChoice(ctx, 'month')
    if (!keep.draft) keepPage(ctx)
    const { month, day, told } = ctx.request.qs()
    const times = await monthOfTimes({ offer, audience: 'public', month, day })
    if (times.corrected && !told) {
      ctx.notices.push({ tone: 'info', text: ctx.i18n.t('booking.calendar.corrected') })
    }
    const params = { location: offer.location.slug, service: offer.service.slug }
    return ctx.view.render('booking::pages/calendar', {
      ...presentCalendar(ctx, {
        ...times,
        offer,
        keep,
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
