import type { Panel } from '#core/admin'
import type { BookedVisit } from '#plugins/patient-visits/models/booked_visit'

/** V4: why the patient gave it up; health data, so it stands here and nowhere else. */
export const reasonPanel: Panel<BookedVisit> = {
  id: 'reason',
  view: 'patient_visits::admin/reason',
  data: async ({ visit: { reason } }) => (reason === null ? null : { reason }),
}
