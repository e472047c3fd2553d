import { stateCell, type BadgeState, type Viewer } from '#core/admin'
import type { VisitState } from '#plugins/patient-visits/domain/visit_states'
import type { BookedVisit } from '#plugins/patient-visits/models/booked_visit'

const BADGES: Record<VisitState, BadgeState> = {
  requested: 'waiting',
  confirmed: 'info',
  arrived: 'called',
  in_room: 'called',
  done: 'done',
  missed: 'problem',
  cancelled: 'ended',
  cancelled_by_unit: 'ended',
  refused: 'ended',
  lapsed: 'problem',
}

/** The state in the words of staff. */
export const stateOf = ({ told }: BookedVisit, { t }: Viewer) =>
  stateCell(BADGES[told], t(`patient-visits.admin.states.${told}`))
