import type { Location } from '#core/organisation'
import { clock } from '#core/platform'
import { dayBounds, instantsOf, localDate, localOf, weekdayOf } from '#core/scheduling'
import { chance } from '#plugins/queue-caller/database/demo/chance'
import { pastDay } from '#plugins/queue-caller/database/demo/past_day'
import { PastTicket } from '#plugins/queue-caller/database/demo/past_ticket'
import { crowd } from '#plugins/queue-caller/database/demo/people'
import type { DemoPlace } from '#plugins/queue-caller/database/demo/places'
import type { Line } from '#plugins/queue-caller/models/line'

const MINUTE = 60_000
/** Business days with figures for the statistics. */
const PAST_DAYS = 14
/** The latest came so many minutes ago, the one before them so many, and so on. */
const WAITING_SINCE = [3, 8, 12, 19, 27, 34]

export type DemoQueue = {
  place: DemoPlace
  location: Location
  lines: Line[]
  counters: { id: number; lineIds: number[] }[]
}

/** A business day: when it was open, and its tickets as they were issued. */
export type DemoDay = {
  day: string
  opens: number
  closes: number
  isOver: boolean
  tickets: readonly PastTicket[]
}

/** The last two weeks and more on which the place was open, the oldest first. */
export function pastDays(queue: DemoQueue): DemoDay[] {
  const { place, location } = queue
  const today = localOf(location.zone, clock.now()).day
  const earlier = Array.from({ length: PAST_DAYS * 2 }, (_, ago) => today - 1 - ago)
  const worked = earlier.filter((day) => place.open[weekdayOf(day)]).slice(0, PAST_DAYS)
  return worked.toReversed().map((day) => played(queue, day))
}

function played({ place, location, lines, counters }: DemoQueue, number: number): DemoDay {
  const random = chance(number * 31 + lines.length)
  const hours = hoursOf(place, location, number)!
  const { least, most } = place.people
  const count = least + Math.floor(random() * (most - least + 1))
  const people = crowd({ random, ...hours, count, lines: sharesOf(place, lines) })
  const midnight = dayBounds(location.zone, hours.day).to
  const tickets = pastDay({ random, ...hours, lines, counters, people }, midnight)
  return { ...hours, isOver: true, tickets }
}

/** Some came lately, if the place is open; nobody sits at a counter yet to call them. */
export function whoWaitsNow({ place, location, lines }: DemoQueue): DemoDay[] {
  const now = clock.now()
  const { day } = localOf(location.zone, now)
  const hours = hoursOf(place, location, day)
  if (!hours || now < hours.opens || now >= hours.closes) return []
  const came = WAITING_SINCE.map((minutes) => now - minutes * MINUTE).filter(
    (at) => at >= hours.opens
  )
  const people = crowd({
    random: chance(day),
    ...hours,
    count: came.length,
    lines: sharesOf(place, lines),
  })
  const tickets = came.toReversed().map((at, index) => {
    const { lineId } = people[index]
    const before = people.slice(0, index).filter((one) => one.lineId === lineId)
    return new PastTicket(index + 1, people[index], before.length + 1, at)
  })
  return [{ ...hours, isOver: false, tickets }]
}

const sharesOf = (place: DemoPlace, lines: readonly Line[]) =>
  lines.map(({ id }, index) => ({ id, share: place.lines[index].share }))

function hoursOf(place: DemoPlace, { zone }: Location, number: number) {
  const hours = place.open[weekdayOf(number)]
  if (!hours) return null
  const day = localDate(number)
  const [opens, closes] = [hours.opens, hours.closes].map((time) => instantsOf(zone, day, time)[0])
  return { day, opens, closes }
}
