import { clock } from '#core/platform'
import type { LocalDate } from '#app/scheduling/domain/local_date'
import { localDateOf } from '#app/scheduling/domain/local_time'
import {
  addDays,
  daysInMonth,
  isDay,
  isMonth,
  monthOf,
  type Month,
} from '#app/scheduling/domain/month'
import { freeTimes, nextFreeDay, type DayTimes } from '#app/scheduling/queries/free_times'
import type { TimesQuestion } from '#app/scheduling/queries/offered'

type Wish = Pick<TimesQuestion, 'audience' | 'resourceId' | 'ignoring'> & {
  /** What is booked, and where. */
  readonly offer: Pick<TimesQuestion, 'service' | 'location'>
  /** As the address says, unchecked. */
  readonly month: unknown
  readonly day: unknown
}

export type MonthOfTimes = {
  month: Month
  days: readonly DayTimes[]
  selected: LocalDate | null
  nextFree: LocalDate | null
  /** The wish lay outside what can be booked; this is the nearest month that has times. */
  corrected: boolean
}

/**
 * The month a visitor wants to see with all its times, the wished day or else its first free one.
 * A month without free times is shown as it is, with the next free day; one in the past or
 * beyond the horizon is replaced by the nearest that has times.
 */
export async function monthOfTimes(wish: Wish): Promise<MonthOfTimes> {
  const today = localDateOf(wish.offer.location.zone, clock.now())
  const wished = isDay(wish.day) ? wish.day : null
  const month = wished ? monthOf(wished) : isMonth(wish.month) ? wish.month : monthOf(today)
  const isPast = month < monthOf(today)
  const shown = isPast ? null : await timesOf(wish, month)
  if (shown?.some(isFree)) {
    const first = shown.find(isFree)!.day
    const selected =
      wished && shown.some((day) => day.day === wished && isFree(day)) ? wished : first
    return {
      month,
      days: shown,
      selected,
      nextFree: null,
      corrected: wished !== null && wished !== selected,
    }
  }
  return elsewhere(wish, month, shown, today)
}

/**
 * The month in which an appointment is moved. An address that asks for nothing opens at its own
 * day, or at the next with free times: `passedOver` is then the day that has none left.
 */
export async function timesToMove(
  wish: Wish,
  own: LocalDate
): Promise<MonthOfTimes & { passedOver: LocalDate | null }> {
  if (isDay(wish.day) || isMonth(wish.month)) {
    return { ...(await monthOfTimes(wish)), passedOver: null }
  }
  const today = localDateOf(wish.offer.location.zone, clock.now())
  const from = own > today ? own : today
  const month = monthOf(from)
  const days = await timesOf(wish, month)
  const selected = days.find((one) => one.day >= from && isFree(one))?.day
  if (selected) {
    const passedOver = selected > own ? own : null
    return { month, days, selected, nextFree: null, corrected: false, passedOver }
  }
  const day = await nextFreeDay({ ...question(wish), from })
  const times = await monthOfTimes({ ...wish, day })
  return { ...times, passedOver: day !== null && day > own ? own : null }
}

async function elsewhere(
  wish: Wish,
  month: Month,
  shown: readonly DayTimes[] | null,
  today: LocalDate
): Promise<MonthOfTimes> {
  const isWished = isMonth(wish.month) || isDay(wish.day)
  const from = `${month}-01` > today ? `${month}-01` : today
  const ahead = await nextFreeDay({ ...question(wish), from })
  if (ahead !== null && shown !== null && isWished) {
    return { month, days: shown, selected: null, nextFree: ahead, corrected: false }
  }
  const nearest = ahead ?? (await lastFreeMonth(wish, from, today))
  if (nearest === null) {
    return { month: monthOf(today), days: [], selected: null, nextFree: null, corrected: false }
  }
  const days = await timesOf(wish, monthOf(nearest))
  return {
    month: monthOf(nearest),
    days,
    selected: nearest,
    nextFree: null,
    corrected: isWished,
  }
}

/** Beyond the horizon: the first free day of the last month that can be booked, else any. */
async function lastFreeMonth(wish: Wish, from: LocalDate, today: LocalDate) {
  if (from === today) return null
  const last = `${monthOf(addDays(today, wish.offer.service.horizonDays))}-01`
  const inLast = last > today ? await nextFreeDay({ ...question(wish), from: last }) : null
  return inLast ?? nextFreeDay({ ...question(wish), from: today })
}

const isFree = (day: DayTimes) => day.starts.some(({ free }) => free)

const question = ({ offer, audience, resourceId, ignoring }: Wish): TimesQuestion => ({
  ...offer,
  ...{ audience, resourceId, ignoring },
})

const timesOf = (wish: Wish, month: Month) =>
  freeTimes({ ...question(wish), from: `${month}-01`, days: daysInMonth(month) })
