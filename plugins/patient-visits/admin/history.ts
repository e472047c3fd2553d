import type { Subject } from '#core/admin'

/** Under these names the trail knows a visit: as what it is, and as its place and time. */
export const historyOf = (id: number): Subject[] =>
  ['patient-visits.visit', 'scheduling.reservation'].map((object) => ({ object, id }))
