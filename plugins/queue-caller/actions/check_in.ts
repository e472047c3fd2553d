import { clock, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { lookAgainAt, queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import { takeStep } from '#plugins/queue-caller/actions/take_step'
import { tellReservation } from '#plugins/queue-caller/actions/tell_reservation'
import { checkedInStanding } from '#plugins/queue-caller/domain/standing'
import type { Ticket } from '#plugins/queue-caller/models/ticket'
import { lineOf } from '#plugins/queue-caller/queries/lines'

/** Q2: an appointment says that it is here, at the kiosk or at the desk. */
export class CheckIn {
  async handle(
    ticket: Ticket,
    by: Actor
  ): Promise<Result<{ ticket: Ticket }, 'changed' | 'already'>> {
    return transaction(async (trx) => {
      if (ticket.state === 'waiting' && isHere(ticket)) return { ok: false, reason: 'already' }
      if (!(await checkIn(trx, ticket, by))) return { ok: false, reason: 'changed' }
      await tellReservation(trx, ticket, { outcome: 'arrived', by })
      await queueChanged(trx, ticket.locationId)
      return { ok: true, ticket }
    })
  }
}

/** A walk-in is here from the beginning. */
const isHere = ({ reservationId, checkedInAt }: Ticket) =>
  reservationId === null || checkedInAt !== null

export async function checkIn(trx: Trx, ticket: Ticket, by: Actor): Promise<boolean> {
  const now = clock.now()
  const { state, startsAt, orderAt } = ticket
  const before = state === 'absent' || state === 'no_show' ? state : 'waiting'
  const line = await lineOf(trx, ticket)
  const standing = checkedInStanding({ startsAt: startsAt ?? orderAt, before }, now, line)
  if (standing.dueFrom > now) await lookAgainAt(trx, ticket.locationId, standing.dueFrom)
  return takeStep(trx, ticket, 'check_in', { by, ...standing, checkedInAt: now, endedAt: null })
}
