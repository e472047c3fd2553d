import type { Location } from '#core/organisation'
import { clock } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import type { QueueNow } from '#plugins/queue-caller/domain/waiting_time'
import type { Counter } from '#plugins/queue-caller/models/counter'
import type { Line } from '#plugins/queue-caller/models/line'
import { dayFigures, type DayFigures } from '#plugins/queue-caller/queries/day_figures'
import { queueOf } from '#plugins/queue-caller/queries/desk_facts'
import { deskTickets, type DeskTicket } from '#plugins/queue-caller/queries/desk_tickets'
import { countersOf, linesOf } from '#plugins/queue-caller/queries/lines'
import { queueFigures } from '#plugins/queue-caller/queries/queue_figures'
import { seats, type Seat } from '#plugins/queue-caller/queries/seats'

/** One location at a glance. */
export type BoardFacts = {
  readonly place: Pick<Location, 'id' | 'name' | 'zone'>
  readonly lines: readonly Line[]
  readonly counters: readonly Counter[]
  readonly seats: readonly Seat[]
  readonly tickets: readonly DeskTicket[]
  readonly queue: QueueNow
  readonly figures: DayFigures
}

const NONE: DayFigures = { arrived: 0, served: 0, noShow: 0, left: 0, averageWait: null }

/** What the board shows, in five statements however many locations there are. */
export async function boardFacts(places: readonly Location[]): Promise<BoardFacts[]> {
  if (places.length === 0) return []
  const now = clock.now()
  const days = places.map(({ id, zone }) => ({ id, day: localDateOf(zone, now) }))
  const tickets = await deskTickets(days)
  const taken = await seats({ locationIds: places.map(({ id }) => id) })
  const figures = await queueFigures(places, taken)
  const soFar = await dayFigures(days)
  const facts: BoardFacts[] = []
  for (const place of places) {
    const { id } = place
    const own = tickets.filter(({ locationId }) => locationId === id)
    facts.push({
      place,
      lines: await linesOf(id),
      counters: await countersOf(id),
      seats: taken.filter(({ locationId }) => locationId === id),
      tickets: own,
      queue: queueOf(figures.get(id)!, own),
      figures: soFar.get(id) ?? NONE,
    })
  }
  return facts
}
