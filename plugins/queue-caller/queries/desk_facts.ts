import type { Location } from '#core/organisation'
import { clock } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import type { QueueNow } from '#plugins/queue-caller/domain/waiting_time'
import type { Counter } from '#plugins/queue-caller/models/counter'
import type { Line } from '#plugins/queue-caller/models/line'
import { deskTickets, type DeskTicket } from '#plugins/queue-caller/queries/desk_tickets'
import { lastStep, type LastStep } from '#plugins/queue-caller/queries/last_step'
import { countersOf, linesOf } from '#plugins/queue-caller/queries/lines'
import { queueFigures } from '#plugins/queue-caller/queries/queue_figures'
import type { Seat } from '#plugins/queue-caller/queries/seats'

/** What one counter sees of its location's queue. */
export type DeskFacts = {
  readonly seat: Seat
  readonly location: Pick<Location, 'id' | 'zone' | 'name'>
  readonly counters: readonly Counter[]
  readonly lines: readonly Line[]
  /** Of today, in any state that is not over. */
  readonly tickets: readonly DeskTicket[]
  readonly queue: QueueNow
  readonly last: LastStep | null
}

const QUEUED = ['waiting', 'absent']

/** The queue of a place out of tickets that have been read already. */
export const queueOf = (
  figures: Omit<QueueNow, 'tickets'>,
  tickets: readonly DeskTicket[]
): QueueNow => ({
  ...figures,
  tickets: tickets.filter(({ lineId, state }) => {
    return QUEUED.includes(state) && figures.lines.has(lineId)
  }),
})

/** Four statements beside the seats, which the page has read to know where it is. */
export async function deskFacts(
  seat: Seat,
  location: Location,
  taken: readonly Seat[]
): Promise<DeskFacts> {
  const { id, zone } = location
  const day = localDateOf(zone, clock.now())
  const tickets = await deskTickets([{ id, day }])
  const figures = (await queueFigures([location], taken)).get(id)!
  const since = seat.openedAt
  const last = await lastStep({ locationId: id, day, counterId: seat.counterId, since })
  const [counters, lines] = [await countersOf(id), await linesOf(id)]
  return { seat, location, counters, lines, tickets, queue: queueOf(figures, tickets), last }
}
