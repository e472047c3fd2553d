import type { Audience, DatedException, OpeningHours } from '#app/scheduling/domain/calendar_terms'
import { weekdayOf } from '#app/scheduling/domain/local_date'

/** Open from–to in local minutes for so many seats of each resource. */
export interface OpenRange {
  readonly from: number
  readonly to: number
  readonly seats: number
}

/** `null` = the location, a number = that resource. */
export type HoursOwner = number | null

/** Rules and exceptions by owner, seen by one audience. */
export interface OpeningBook {
  readonly audience: Audience
  readonly rules: ReadonlyMap<HoursOwner, readonly OpeningHours[]>
  readonly exceptions: ReadonlyMap<HoursOwner, readonly DatedException[]>
}

type Seats = Pick<OpeningHours, 'from' | 'to' | 'publicSeats' | 'internalSeats'>

export function openingBook(
  audience: Audience,
  rules: readonly OpeningHours[],
  exceptions: readonly DatedException[]
): OpeningBook {
  return {
    audience,
    rules: Map.groupBy(rules, (rule) => rule.resourceId),
    exceptions: Map.groupBy(exceptions, (exception) => exception.resourceId),
  }
}

/** Whose hours a resource follows: its own when it has any, else the location's. */
export function hoursOwner(book: OpeningBook, resourceId: number): HoursOwner {
  return book.rules.has(resourceId) || book.exceptions.has(resourceId) ? resourceId : null
}

/** Opening of one owner on one day: availability.md, "Opening hours". */
export function hoursOn(book: OpeningBook, owner: HoursOwner, day: number): OpenRange[] {
  const ownExceptions = owner === null ? [] : exceptionsOn(book, owner, day)
  if (ownExceptions.length > 0) return hoursOfExceptions(book, ownExceptions)

  const own = owner === null ? [] : rulesValidOn(book, owner, day)
  const base = weekdayHours(book, own.length > 0 ? own : rulesValidOn(book, null, day), day)
  const ofLocation = exceptionsOn(book, null, day)
  if (ofLocation.length === 0) return base
  const special = hoursOfExceptions(book, ofLocation)
  return own.length > 0 ? intersect(base, special) : special
}

function rulesValidOn(book: OpeningBook, owner: HoursOwner, day: number): OpeningHours[] {
  return (book.rules.get(owner) ?? []).filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
  )
}

function exceptionsOn(book: OpeningBook, owner: HoursOwner, day: number): DatedException[] {
  return (book.exceptions.get(owner) ?? []).filter(
    ({ fromDay, toDay }) => fromDay <= day && day <= toDay
  )
}

function weekdayHours(book: OpeningBook, rules: OpeningHours[], day: number): OpenRange[] {
  const weekday = weekdayOf(day)
  return rules
    .filter((rule) => rule.weekdays.includes(weekday))
    .map((rule) => rangeFor(book.audience, rule))
}

function hoursOfExceptions(book: OpeningBook, exceptions: DatedException[]): OpenRange[] {
  if (exceptions.some(({ closed }) => closed)) return []
  return exceptions.map((exception) => rangeFor(book.audience, exception))
}

function rangeFor(audience: Audience, hours: Seats): OpenRange {
  const open = hours.publicSeats ?? Number.POSITIVE_INFINITY
  const seats = audience === 'public' ? open : open + hours.internalSeats
  return { from: hours.from, to: hours.to, seats }
}

function intersect(ranges: OpenRange[], others: OpenRange[]): OpenRange[] {
  const both = ranges.flatMap((range) =>
    others.map((other) => ({
      from: Math.max(range.from, other.from),
      to: Math.min(range.to, other.to),
      seats: Math.min(range.seats, other.seats),
    }))
  )
  return both.filter(({ from, to }) => from < to)
}

/** Seats open at a local minute; where ranges overlap the more generous one counts. */
export function seatsAt(ranges: readonly OpenRange[], minute: number): number {
  let seats = 0
  for (const range of ranges) {
    if (range.from <= minute && minute < range.to && range.seats > seats) seats = range.seats
  }
  return seats
}

/** When one seat is open: `[from, to, from, to, …]`, disjoint and ascending, touching ones joined. */
export function hoursOfSeat(ranges: readonly OpenRange[], seat: number): number[] {
  const joined: number[] = []
  const open = ranges.filter(({ seats }) => seats > seat).sort((a, b) => a.from - b.from)
  for (const { from, to } of open) {
    const last = joined.length - 1
    if (last > 0 && from <= joined[last]) joined[last] = Math.max(joined[last], to)
    else joined.push(from, to)
  }
  return joined
}
