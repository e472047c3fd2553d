import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { carried } from '#plugins/booking/presenters/carried'

type Shown = { keep: Record<string, string>; current: 'month' | 'week' }

/** The ways around a calendar: the month or the week of the same offer, or another offer. */
export function presentViews(
  ctx: HttpContext,
  offer: { location: string; service: string },
  { keep, current }: Shown
) {
  const query = { ...carried(ctx), ...keep }
  const item = (view: Shown['current'], route: string) => ({
    label: ctx.i18n.t(`booking.calendar.${view}`),
    href: urlFor(route, offer, query),
    current: view === current,
  })
  return {
    views: [item('month', 'booking.calendars.show'), item('week', 'booking.weeks.show')],
    back: {
      href: urlFor('booking.services.index', {}, query),
      label: ctx.i18n.t('booking.calendar.other'),
    },
  }
}
