import type { HttpContext } from '@adonisjs/core/http'
import { localDateOf, monthOfTimes, nearestFree, presentCalendar, wallTime } from '#core/scheduling'
import { carried } from '#plugins/booking/presenters/carried'
import type { Offer } from '#plugins/booking/queries/offers'

type DeskTimes = {
  offer: Offer
  /** What the addresses of other days keep. */
  keep: Record<string, string>
  /** As the address or the form says, unchecked. */
  input: Record<string, unknown>
  taken: boolean
}

const NEAREST = 3

/** An instant in epoch milliseconds as a form sends it, if it is one of this age. */
const instantIn = (value: unknown): number | null =>
  typeof value === 'string' && /^\d{9,13}$/.test(value) ? Number(value) : null

/** The month, and the free times of the chosen day to select from. */
export async function presentDeskTimes(ctx: HttpContext, desk: DeskTimes) {
  const { offer, keep, input } = desk
  const { zone } = offer.location
  const startsAt = instantIn(input.starts_at)
  const day = startsAt === null ? input.day : localDateOf(zone, startsAt)
  const times = await monthOfTimes({ offer, audience: 'staff', month: input.month, day })
  const route = { name: 'booking.desk_bookings.create', params: {} }
  const { month } = presentCalendar(ctx, {
    ...times,
    offer,
    query: { ...carried(ctx), ...keep },
    route,
    action: '',
  })
  const shown = times.days.find((one) => one.day === times.selected)
  const free = shown?.starts.filter((start) => start.free) ?? []
  const options = free.map((start) => ({ value: String(start.startsAt), label: wallTime(start) }))
  if (desk.taken && startsAt !== null) {
    const near = await nearest(ctx, offer, startsAt)
    options.push(...near.filter(({ day: other }) => other !== shown?.day))
  }
  return {
    month,
    day: shown ? ctx.formats(zone).dayWeekdayDate(shown.day) : null,
    times: options,
    startsAt: String(startsAt),
    // What was chosen is gone: the first of the list must not be booked in its place.
    isGone:
      input.starts_at !== undefined && !options.some(({ value }) => value === String(startsAt)),
  }
}

/** B11: the free times around the one that is gone, with their days. */
async function nearest(ctx: HttpContext, offer: Offer, startsAt: number) {
  const { zone } = offer.location
  const found = await nearestFree({ ...offer, startsAt, audience: 'staff', count: NEAREST })
  return found.map((start) => ({
    day: localDateOf(zone, start.startsAt),
    value: String(start.startsAt),
    label: `${ctx.formats(zone).weekdayDate(start.startsAt)}, ${wallTime(start)}`,
  }))
}
