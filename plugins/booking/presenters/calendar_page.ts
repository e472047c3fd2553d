import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { clock, urlFor } from '#core/platform'
import { localDateOf, type DayTimes, type LocalDate } from '#core/scheduling'
import { carried } from '#plugins/booking/presenters/carried'
import { presentDay } from '#plugins/booking/presenters/day'
import { presentDayList, presentMonth } from '#plugins/booking/presenters/month'
import { addDays, type Month } from '#plugins/booking/domain/month'
import { whereOf } from '#plugins/booking/presenters/where'
import type { Offer } from '#plugins/booking/queries/offers'

type CalendarPage = {
  offer: Offer
  month: Month
  days: readonly DayTimes[]
  selected: LocalDate | null
  /** First free day when the month has none. */
  nextFree: LocalDate | null
  /** Kept in every link and form of the page, e.g. the draft's secret. */
  keep: Record<string, string>
  /** Route of the calendar itself and its parameters. */
  route: { name: string; params: Record<string, string> }
  /** Where a chosen time is posted to. */
  action: string
}

/** B3, B4: the month on the left, the times of the selected day on the right. */
export function presentCalendar(ctx: HttpContext, page: CalendarPage) {
  const { offer, selected, keep, route, nextFree } = page
  const { zone } = offer.location
  const written = ctx.formats(zone)
  const t = (key: string, values?: Record<string, unknown>) => ctx.i18n.t(key, values)
  const today = localDateOf(zone, clock.now())
  const isMonth = ctx.request.qs().days === 'month'
  const href = (query: Record<string, string>, wholeMonth = isMonth) =>
    urlFor(route.name, route.params, {
      ...carried(ctx),
      ...keep,
      ...(wholeMonth ? { days: 'month' } : {}),
      ...query,
    })
  const dayHref = (day: LocalDate) => `${href({ day })}#times`
  const monthHref = (month: Month) => href({ month })
  const day = page.days.find((candidate) => candidate.day === selected)
  const lastDay = addDays(today, offer.service.horizonDays)
  const shown = { ...page, formats: written, t, today, lastDay, dayHref, monthHref }
  return {
    service: translated(offer.service.name, ctx.locale),
    description: translated(offer.service.description, ctx.locale),
    where: whereOf(offer.location),
    month: presentMonth(shown),
    dayList: presentDayList(shown),
    // A narrow screen shows the next free days or the month, a wide one always the month.
    narrow: isMonth ? 'month' : 'days',
    otherDays: href({ month: page.month }, !isMonth),
    day: day ? presentDay(day, offer.service, { written, t }) : null,
    nextFree: nextFree
      ? { label: written.dayWeekdayDate(nextFree), href: dayHref(nextFree) }
      : null,
    action: page.action,
  }
}

/** The calendar of a move opens at a later day than that of the appointment, and says why. */
export function sayPassedOver(
  ctx: HttpContext,
  { passedOver }: { passedOver: LocalDate | null },
  zone: string
): void {
  if (passedOver === null) return
  const date = ctx.formats(zone).dayWeekdayDate(passedOver)
  ctx.notices.push({ tone: 'info', text: ctx.i18n.t('booking.move.passed_over', { date }) })
}
