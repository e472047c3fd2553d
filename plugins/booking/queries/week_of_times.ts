import { clock } from '#core/platform'
import { freeTimes, localDateOf, type DayTimes, type LocalDate } from '#core/scheduling'
import { addDays, isDay } from '#plugins/booking/domain/month'
import type { Offer } from '#plugins/booking/queries/offers'

const OPEN_DAYS = 7
/** Seven open days of a place that opens two days a week span this many. */
const WINDOW = 28

export type WeekOfTimes = {
  days: DayTimes[]
  /** First day of the page before and after; none at today and at the horizon. */
  previous: LocalDate | null
  next: LocalDate | null
}

/** B5: seven open days from `from` (today when it is no day, or past), closed days left out. */
export async function weekOfTimes(offer: Offer, from: unknown): Promise<WeekOfTimes> {
  const today = localDateOf(offer.location.zone, clock.now())
  const lastDay = addDays(today, offer.service.horizonDays)
  const wished = isDay(from) ? from : today
  const first = wished < today || wished > lastDay ? today : wished
  const begin = first === today ? today : addDays(first, -WINDOW)
  const all = await freeTimes({
    ...offer,
    audience: 'public',
    from: begin < today ? today : begin,
    days: 2 * WINDOW,
  })
  const open = all.filter((day) => day.open && day.day <= lastDay)
  const from7 = open.filter(({ day }) => day >= first)
  const before = open.filter(({ day }) => day < first).slice(-OPEN_DAYS)
  return {
    days: from7.slice(0, OPEN_DAYS),
    previous: before[0]?.day ?? null,
    next: from7[OPEN_DAYS]?.day ?? null,
  }
}
