import type { Location } from '#core/organisation'
import { clock, marks, rows, SYSTEM, transaction, writeRows } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import { takeStep } from '#plugins/queue-caller/actions/take_step'
import { tellReservation } from '#plugins/queue-caller/actions/tell_reservation'
import { TICKET_STATES, isOver } from '#plugins/queue-caller/domain/ticket_states'
import { Ticket } from '#plugins/queue-caller/models/ticket'

const OPEN = TICKET_STATES.filter((state) => !isOver(state))

/** Ends what is left of a location's days before today, and sends staff home who forgot to leave. */
export class CloseDays {
  async handle(location: Location): Promise<void> {
    const today = localDateOf(location.zone, clock.now())
    const left = await Ticket.query()
      .where('locationId', location.id)
      .where('day', '<', today)
      .whereIn('state', OPEN)
    for (const ticket of left) await close(ticket)
    await endSessions(location, today)
    await forgetNotes(location, today)
  }
}

/** What was written down of people is of use while they wait, and not for longer. */
async function forgetNotes({ id }: Location, today: string): Promise<void> {
  const update = `update queue_caller_tickets set note = null where location_id = ? and day < ? and note is not null returning id`
  await writeRows(update, [id, today])
}

async function close(ticket: Ticket): Promise<void> {
  const { state } = ticket
  await transaction(async (trx) => {
    if (!(await takeStep(trx, ticket, 'close', { by: SYSTEM, endedAt: clock.now() }))) return
    const outcome = ({ no_show: 'no_show', served: 'served' } as const)[ticket.state as 'served']
    if (outcome && state !== 'waiting') await tellReservation(trx, ticket, { outcome, by: SYSTEM })
    await queueChanged(trx, ticket.locationId)
  })
}

async function endSessions({ id, zone }: Location, today: string): Promise<void> {
  const open = await rows<{ id: number; opened_at: number | string }>(
    Ticket.query().client,
    `select s.id, s.opened_at from queue_caller_sessions s join queue_caller_counters c on c.id = s.counter_id where c.location_id = ? and s.closed_at is null`,
    [id]
  )
  const stale = open.filter((row) => localDateOf(zone, Number(row.opened_at)) < today)
  if (stale.length === 0) return
  const ids = stale.map((row) => row.id)
  await transaction(async (trx) => {
    const update = `update queue_caller_sessions set closed_at = ? where id in (${marks(ids)}) returning id`
    await rows(trx, update, [clock.now(), ...ids])
    await queueChanged(trx, id)
  })
}
