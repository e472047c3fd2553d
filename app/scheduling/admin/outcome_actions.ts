import type { Action } from '#core/admin'
import type { Location } from '#core/organisation'
import { clock, transaction } from '#core/platform'
import { recordOutcome } from '#app/scheduling/actions/record_outcome'
import { localDateOf } from '#app/scheduling/domain/local_time'
import { nextOutcomes } from '#app/scheduling/domain/outcomes'
import type { ReservationOutcome } from '#app/scheduling/domain/reservation_states'
import type { Reservation } from '#app/scheduling/models/reservation'

type Placed = Reservation & { location: Location }

const WORDS = [
  { id: 'arrived', outcome: 'arrived', icon: 'user-check', next: true },
  { id: 'served', outcome: 'served', icon: 'check', next: true },
  { id: 'no_show', outcome: 'no_show', icon: 'user-x', next: false },
  { id: 'undo_outcome', outcome: null, icon: 'undo-2', next: false },
] as const

/**
 * What staff say of a reservation on its day, as actions for the resource of any plugin that
 * owns reservations; the resource preloads `location`.
 */
export const outcomeActions: Action<Placed>[] = WORDS.map(({ id, outcome, icon, next }) => ({
  id,
  permission: 'scheduling.attend',
  icon,
  next,
  when: (reservation) => canBeSaid(reservation, outcome),
  run: async ({ record, viewer }) => {
    const said = { outcome, by: viewer.actor, zone: record.location.zone }
    const done = await transaction((trx) => recordOutcome(trx, record, said))
    return done.ok
      ? { ok: true, notice: `scheduling.admin.outcomes.${id}` }
      : { ok: false, reason: 'scheduling.admin.outcomes.not_now' }
  },
}))

function canBeSaid(reservation: Placed, outcome: ReservationOutcome | null): boolean {
  const now = clock.now()
  const today = localDateOf(reservation.location.zone, now)
  return nextOutcomes(reservation, { now, today }).includes(outcome)
}
