import { clock } from '#core/platform'
import {
  addDays,
  daysBetween,
  freeTimes,
  isDay,
  localDateOf,
  type DayTimes,
  type LocalDate,
} from '#core/scheduling'
import type { Offer } from '#plugins/booking/queries/offers'

const OPEN_DAYS = 7
/** Looked at first: eight open days of a place that opens five days a week. */
const NEAR = 12
/** Seven open days of a place that opens two days a week span this many. */
const FAR = 28

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
  const near = await openDays(offer, { today, first, lastDay, reach: NEAR })
  const isEnough =
    (near.after.length > OPEN_DAYS || addDays(first, NEAR) > lastDay) &&
    (near.before.length >= OPEN_DAYS || addDays(first, -NEAR) <= today)
  const { before, after } = isEnough
    ? near
    : await openDays(offer, { today, first, lastDay, reach: FAR })
  return {
    days: after.slice(0, OPEN_DAYS),
    previous: before.slice(-OPEN_DAYS)[0]?.day ?? null,
    next: after[OPEN_DAYS]?.day ?? null,
  }
}

type Span = { today: LocalDate; first: LocalDate; lastDay: LocalDate; reach: number }

/** Open days before and from `first` on, so many days far. */
async function openDays(offer: Offer, { today, first, lastDay, reach }: Span) {
  const earliest = addDays(first, -reach)
  const from = earliest < today ? today : earliest
  const all = await freeTimes({
    ...offer,
    audience: 'public',
    from,
    days: daysBetween(from, first) + reach,
  })
  const open = all.filter((day) => day.open && day.day <= lastDay)
  return {
    before: open.filter(({ day }) => day < first),
    after: open.filter(({ day }) => day >= first),
  }
}
