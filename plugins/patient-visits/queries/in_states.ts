import type { Query } from '#core/admin'
import type { VisitState } from '#plugins/patient-visits/domain/visit_states'

/** The visit of a reservation; both have one number. */
const visit = (what: string) =>
  `exists (select 1 from patient_visits_visits v
    where v.id = scheduling_reservations.id and ${what})`

const IN_ROOM = visit('v.in_room_version = scheduling_reservations.version')
const BY_PATIENT = visit(`v.ended_by = 'patient'`)

/** docs/domain/visits.md, as the database can ask for it. */
const STATES: Record<VisitState, string> = {
  requested: `state = 'pending'`,
  lapsed: `state = 'expired'`,
  confirmed: `state = 'confirmed' and outcome is null`,
  arrived: `state = 'confirmed' and outcome = 'arrived' and not ${IN_ROOM}`,
  in_room: `state = 'confirmed' and outcome = 'arrived' and ${IN_ROOM}`,
  done: `state = 'confirmed' and outcome = 'served'`,
  missed: `state = 'confirmed' and outcome = 'no_show'`,
  cancelled: `state = 'released' and ${BY_PATIENT}`,
  refused: `state = 'released' and confirmed_at is null and not ${BY_PATIENT}`,
  cancelled_by_unit: `state = 'released' and confirmed_at is not null and not ${BY_PATIENT}`,
}

/** Keeps the reservations whose visits are in one of these states. */
export function keepStates(query: Query, states: readonly string[]): void {
  const known = states.filter((state): state is VisitState => state in STATES)
  void query.whereRaw(`(${known.map((state) => `(${STATES[state]})`).join(' or ') || '1 = 0'})`)
}
