import { Location } from '#core/organisation'
import { clock, keptRows } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { peopleAhead } from '#plugins/queue-caller/domain/place_in_queue'
import { expectedCall, waitRange } from '#plugins/queue-caller/domain/waiting_time'
import { Counter } from '#plugins/queue-caller/models/counter'
import type { Line } from '#plugins/queue-caller/models/line'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { queueNow, type WaitRange } from '#plugins/queue-caller/queries/expected_waits'
import { lineNamed } from '#plugins/queue-caller/queries/lines'

/** A ticket with everything that its page tells. */
export type TicketPlace = {
  ticket: Ticket
  line: Line
  location: Location
  /** Where it was called, as it stands above the counter. */
  counter: string | null
  /** People who will be called before it; null unless it waits or is to be called again. */
  ahead: number | null
  /** Null also while no open counter will call it. */
  wait: WaitRange | null
}

/** The ticket behind the secret of its page; none when it is wrong or not of today. */
export async function ticketToday(publicId: string): Promise<Ticket | null> {
  if (!/^[\w-]{22}$/.test(publicId)) return null
  const ticket = await Ticket.findBy('publicId', publicId)
  if (!ticket) return null
  const { zone } = await placeNamed(ticket.locationId)
  return ticket.day === localDateOf(zone, clock.now()) ? ticket : null
}

/** A ticket by its id, of one of these locations; null means all of them. */
export async function ticketOf(
  id: string,
  locationIds: readonly number[] | null
): Promise<Ticket | null> {
  if (!/^\d{1,9}$/.test(id)) return null
  const query = Ticket.query().where('id', Number(id))
  if (locationIds) query.whereIn('locationId', [...locationIds])
  return query.first()
}

export async function placeNamed(id: number): Promise<Location> {
  return (await keptRows(Location)).find((one) => one.id === id) ?? Location.findOrFail(id)
}

/** Where a ticket stands at this moment. Four statements while it waits, else none. */
export async function ticketPlace(ticket: Ticket): Promise<TicketPlace> {
  const location = await placeNamed(ticket.locationId)
  const line = await lineNamed(ticket.lineId)
  const counter = await counterNamed(ticket.counterId)
  const known = { ticket, line, location, counter, ahead: null, wait: null }
  const isQueued = ticket.state === 'waiting' || ticket.state === 'absent'
  return isQueued ? { ...known, ...(await standingOf(ticket, location)) } : known
}

async function standingOf({ id }: Ticket, location: Location) {
  const queue = await queueNow(location)
  const queued = queue.tickets.find((one) => one.id === id)
  // Called between two statements, or its line rests: the page is fetched again soon.
  if (!queued) return { ahead: null, wait: null }
  const at = expectedCall(id, queue)
  return {
    ahead: peopleAhead(queued, queue),
    wait: at === null ? null : waitRange(Math.max(at - queue.now, 0)),
  }
}

async function counterNamed(id: number | null): Promise<string | null> {
  if (id === null) return null
  return (await keptRows(Counter)).find((one) => one.id === id)?.label ?? null
}
