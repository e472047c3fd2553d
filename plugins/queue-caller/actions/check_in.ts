import { clock, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { lookAgainAt, queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import { takeStep, type TicketValues } from '#plugins/queue-caller/actions/take_step'
import { tellReservation } from '#plugins/queue-caller/actions/tell_reservation'
import { checkedInStanding, type Standing } from '#plugins/queue-caller/domain/standing'
import type { Line } from '#plugins/queue-caller/models/line'
import type { Ticket } from '#plugins/queue-caller/models/ticket'
import { waitFrom } from '#plugins/queue-caller/queries/expected_waits'
import { lineNamed, lineOf } from '#plugins/queue-caller/queries/lines'
import { placeNamed } from '#plugins/queue-caller/queries/ticket_place'

/** Q2: an appointment says that it is here, at the kiosk or at the desk. */
export class CheckIn {
  async handle(
    ticket: Ticket,
    by: Actor
  ): Promise<Result<{ ticket: Ticket }, 'changed' | 'already'>> {
    if (ticket.state === 'waiting' && isHere(ticket)) return { ok: false, reason: 'already' }
    const told = await toldTo(ticket)
    return transaction(async (trx) => {
      if (!(await checkIn(trx, ticket, by, told))) return { ok: false, reason: 'changed' }
      await tellReservation(trx, ticket, { outcome: 'arrived', by })
      await queueChanged(trx, ticket.locationId)
      return { ok: true, ticket }
    })
  }
}

/** A walk-in is here from the beginning. */
const isHere = ({ reservationId, checkedInAt }: Ticket) =>
  reservationId === null || checkedInAt !== null

/** What is told of the first call; later ones come when they were said to come. */
async function toldTo(ticket: Ticket): Promise<Told> {
  if (ticket.calls > 0) return {}
  const location = await placeNamed(ticket.locationId)
  const standing = standingOf(ticket, await lineNamed(ticket.lineId))
  const range = await waitFrom(location, ticket.id, standing)
  return range ? { toldFrom: range.from, toldTo: range.to } : {}
}

type Told = Pick<TicketValues, 'toldFrom' | 'toldTo'>

function standingOf({ state, startsAt, orderAt }: Ticket, line: Line): Standing {
  const before = state === 'absent' || state === 'no_show' ? state : 'waiting'
  return checkedInStanding({ startsAt: startsAt ?? orderAt, before }, clock.now(), line)
}

export async function checkIn(
  trx: Trx,
  ticket: Ticket,
  by: Actor,
  told: Told = {}
): Promise<boolean> {
  const now = clock.now()
  const standing = standingOf(ticket, await lineOf(trx, ticket))
  if (standing.dueFrom > now) await lookAgainAt(trx, ticket.locationId, standing.dueFrom)
  const values = { ...standing, ...told, checkedInAt: now, endedAt: null }
  return takeStep(trx, ticket, 'check_in', { by, ...values })
}
