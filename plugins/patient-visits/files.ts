import { mayVisit, signedInUser } from '#core/accounts'
import { defineFileUse } from '#core/files'
import { Visit } from '#plugins/patient-visits/models/visit'

/** V2: documents of the unit for the patient, read by both and by nobody else. */
export const visitDocuments = defineFileUse({
  id: 'patient-visits.visit',
  table: Visit.table,
  types: ['pdf', 'png', 'jpeg', 'webp', 'docx', 'odt'],
  most: 20,
  async mayRead(ctx, visitId) {
    const user = await signedInUser(ctx)
    if (!user) return false
    const visit = await Visit.query()
      .where('id', visitId)
      .preload('reservation')
      .preload('customer')
      .first()
    if (!visit) return false
    if (!user.isStaff) return visit.customer.userId === user.id
    return ctx.can('patient-visits.view') && mayVisit(user, visit.reservation.locationId)
  },
})
