/** What a visit is for those who read of it; told from its reservation, never kept a second time. */
export const VISIT_STATES = [
  'requested',
  'confirmed',
  'arrived',
  'in_room',
  'done',
  'missed',
  'cancelled',
  'cancelled_by_unit',
  'refused',
  'lapsed',
] as const

export type VisitState = (typeof VISIT_STATES)[number]

/** The reservation of a visit, with what the plugin adds; instants are epoch milliseconds. */
export interface KeptVisit {
  readonly state: 'held' | 'pending' | 'confirmed' | 'released' | 'expired'
  readonly outcome: 'arrived' | 'served' | 'no_show' | null
  /** Since when the patient is with the doctor. */
  readonly inRoomAt: number | null
  /** When the unit confirmed it, at once or later; null of a request that it never did. */
  readonly confirmedAt: number | null
  /** Who gave it up; null while nobody has. */
  readonly endedBy: 'patient' | 'unit' | null
}

/** Null while it is only held, for somebody who has not finished the form. */
export function visitState(visit: KeptVisit): VisitState | null {
  switch (visit.state) {
    case 'held':
      return null
    case 'pending':
      return 'requested'
    case 'expired':
      return 'lapsed'
    case 'confirmed':
      return attended(visit)
    case 'released':
      return endOf(visit)
  }
}

function attended({ outcome, inRoomAt }: KeptVisit): VisitState {
  if (outcome === 'served') return 'done'
  if (outcome === 'no_show') return 'missed'
  if (outcome === null) return 'confirmed'
  return inRoomAt === null ? 'arrived' : 'in_room'
}

function endOf({ endedBy, confirmedAt }: KeptVisit): VisitState {
  if (endedBy === 'patient') return 'cancelled'
  return confirmedAt === null ? 'refused' : 'cancelled_by_unit'
}

/** It is still to come, or takes place just now. */
export const isOpen = (state: VisitState): boolean =>
  ['requested', 'confirmed', 'arrived', 'in_room'].includes(state)
