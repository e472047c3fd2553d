import { clock } from '#core/platform'
import {
  freeTimes,
  localDateOf,
  nextFreeDay,
  type DayTimes,
  type LocalDate,
} from '#core/scheduling'
import { daysInMonth, isDay, isMonth, monthOf, type Month } from '#plugins/booking/domain/month'
import type { Offer } from '#plugins/booking/queries/offers'

type Wish = {
  offer: Offer
  audience: 'public' | 'staff'
  /** As the address says, unchecked. */
  month: unknown
  day: unknown
  /** The reservation that is to be moved. */
  ignoring?: number
}

export type MonthOfTimes = {
  month: Month
  days: DayTimes[]
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

async function elsewhere(
  wish: Wish,
  month: Month,
  shown: DayTimes[] | null,
  today: LocalDate
): Promise<MonthOfTimes> {
  const nextFree = await nextFreeDay({ ...question(wish), from: today })
  const isWished = isMonth(wish.month) || isDay(wish.day)
  const isOutside = shown === null || (nextFree !== null && nextFree < `${month}-01`)
  if (nextFree === null || (isWished && !isOutside)) {
    return { month, days: shown ?? [], selected: null, nextFree, corrected: false }
  }
  const nearest = monthOf(nextFree)
  const days = await timesOf(wish, nearest)
  return { month: nearest, days, selected: nextFree, nextFree: null, corrected: isWished }
}

const isFree = (day: DayTimes) => day.starts.some(({ free }) => free)

const question = ({ offer, audience, ignoring }: Wish) => ({ ...offer, audience, ignoring })

const timesOf = (wish: Wish, month: Month) =>
  freeTimes({ ...question(wish), from: `${month}-01`, days: daysInMonth(month) })
