import type { Panel } from '#core/admin'
import { filesOf, presentFiles } from '#core/files'
import { visitDocuments } from '#plugins/patient-visits/files'
import type { BookedVisit } from '#plugins/patient-visits/models/booked_visit'

/** V2: what the patient finds on the page of the visit. */
export const documentsPanel: Panel<BookedVisit> = {
  id: 'documents',
  view: 'patient_visits::admin/documents',
  data: async ({ id }, { locale }) => {
    const files = presentFiles(await filesOf(visitDocuments, id), locale)
    return files.length > 0 ? { files } : null
  },
}
