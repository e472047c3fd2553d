import type { Subject } from '#core/admin'

/** Under these names the trail knows an appointment: as what it is, and as its place and time. */
export const historyOf = (id: number): Subject[] =>
  ['booking.appointment', 'scheduling.reservation'].map((object) => ({ object, id }))
