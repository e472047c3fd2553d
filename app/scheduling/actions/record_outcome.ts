import { audit } from '#core/audit'
import { clock, type Actor, type Result, type Trx } from '#core/platform'
import { dayChanged } from '#app/scheduling/actions/day_changed'
import { transition } from '#app/scheduling/actions/transition'
import { localDateOf } from '#app/scheduling/domain/local_time'
import { nextOutcomes } from '#app/scheduling/domain/outcomes'
import type { ReservationOutcome } from '#app/scheduling/domain/reservation_states'
import type { Reservation } from '#app/scheduling/models/reservation'

type Recorded = {
  /** Null takes back what was said before. */
  readonly outcome: ReservationOutcome | null
  readonly by: Actor
  /** Zone of the reservation's location. */
  readonly zone: string
}

/** Says what became of a confirmed reservation: the person arrived, was served, or stayed away. */
export async function recordOutcome(
  trx: Trx,
  reservation: Reservation,
  { outcome, by, zone }: Recorded
): Promise<Result<{ reservation: Reservation }, 'not_now'>> {
  const now = clock.now()
  const moment = { now, today: localDateOf(zone, now) }
  let before = reservation.outcome
  const isNext = (current: Reservation) => {
    before = current.outcome
    return nextOutcomes(current, moment).includes(outcome)
  }
  if (!(await transition(trx, reservation, isNext, { outcome }))) {
    return { ok: false, reason: 'not_now' }
  }
  await audit(trx, {
    actor: by,
    action: `scheduling.${outcome ?? 'outcome_undone'}`,
    object: 'scheduling.reservation',
    objectId: reservation.id,
    changes: { outcome: [before, outcome] },
  })
  await dayChanged(trx, reservation.locationId, reservation.day)
  return { ok: true, reservation }
}
