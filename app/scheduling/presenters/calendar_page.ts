import type { HttpContext } from '@adonisjs/core/http'
import { clock, urlFor } from '#core/platform'
import type { LocalDate } from '#app/scheduling/domain/local_date'
import { localDateOf } from '#app/scheduling/domain/local_time'
import { addDays, type Month } from '#app/scheduling/domain/month'
import { presentDay } from '#app/scheduling/presenters/day'
import { presentDayList, presentMonth } from '#app/scheduling/presenters/month'
import type { MonthOfTimes } from '#app/scheduling/queries/month_of_times'

type CalendarPage = Omit<MonthOfTimes, 'corrected'> & {
  offer: {
    readonly service: { readonly capacity: number; readonly horizonDays: number }
    readonly location: { readonly zone: string }
  }
  /** Kept in every link of the calendar, e.g. the draft's secret; forms have `fields` for it. */
  query: Readonly<Record<string, string>>
  /** Route of the calendar itself and its parameters. */
  route: { name: string; params: Record<string, string> }
  /** Where a chosen time is posted to, as `starts_at`. */
  action: string
}

/**
 * B3, B4: what `ui.timeCalendar` shows, the month on the left, the times of the selected day on
 * the right. Its links come back with `day` (`2026-11-23`) or `month` (`2026-11`), which
 * `monthOfTimes` takes as they are, and on phones with `days=month`.
 */
export function presentCalendar(ctx: HttpContext, page: CalendarPage) {
  const { offer, selected, query: kept, route, nextFree } = page
  const { zone } = offer.location
  const written = ctx.formats(zone)
  const t = (key: string, values?: Record<string, unknown>) => ctx.i18n.t(key, values)
  const today = localDateOf(zone, clock.now())
  const isMonth = ctx.request.qs().days === 'month'
  const href = (query: Record<string, string>, wholeMonth = isMonth) =>
    urlFor(route.name, route.params, {
      ...kept,
      ...(wholeMonth ? { days: 'month' } : {}),
      ...query,
    })
  const dayHref = (day: LocalDate) => `${href({ day })}#times`
  const monthHref = (month: Month) => href({ month })
  const day = page.days.find((candidate) => candidate.day === selected)
  const lastDay = addDays(today, offer.service.horizonDays)
  const shown = { ...page, formats: written, t, today, lastDay, dayHref, monthHref }
  return {
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

/** The address asked for a day or a month that cannot be booked: this is the nearest. */
export function sayCorrected(ctx: HttpContext, { corrected }: { corrected: boolean }): void {
  if (!corrected) return
  ctx.notices.push({ tone: 'info', text: ctx.i18n.t('scheduling.calendar.corrected') })
}

/** The calendar of a move opens at a later day than that of the appointment, and says why. */
export function sayPassedOver(
  ctx: HttpContext,
  { passedOver }: { passedOver: LocalDate | null },
  zone: string
): void {
  if (passedOver === null) return
  const date = ctx.formats(zone).dayWeekdayDate(passedOver)
  ctx.notices.push({ tone: 'info', text: ctx.i18n.t('scheduling.calendar.passed_over', { date }) })
}
