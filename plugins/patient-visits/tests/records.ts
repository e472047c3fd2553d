import { Customer } from '#core/customers'
import type { Location } from '#core/organisation'
import { clock } from '#core/platform'
import { Clinic } from '#plugins/patient-visits/models/clinic'
import { Visit } from '#plugins/patient-visits/models/visit'
import { aPractice } from '#plugins/patient-visits/tests/clinic'
import { aCustomer, booked } from '#plugins/patient-visits/tests/unit'
import type { RecordMakers } from '#tests/kit/record_matrix'
import { aLocation, aPlanner, aResource } from '#tests/scheduling/planner'

const HOUR = 3_600_000

/** A practice of this place, in which every name of its own tells where it is. */
const practiceAt = (location: Location) =>
  aPractice({ location, service: { name: { en: `${location.name} visit` }, minNoticeMinutes: 0 } })

const visit: RecordMakers[string] = {
  make: async (location) => {
    const practice = await practiceAt(location)
    const customer = await aCustomer({ lastName: location.name })
    // In the middle of a day on which the clinics of these tests are open.
    const noon = Math.floor(clock.now() / (24 * HOUR)) * 24 * HOUR + 60 * HOUR
    return { id: (await booked(practice, { startsAt: noon, customer })).visit.id }
  },
}

/** How to get a record for every route of the panel about a visit. */
export const visitRecords: RecordMakers = {
  'patient-visits.visits': visit,
  'patient-visits.desk_moves': visit,
  'patient-visits.documents': visit,
  'patient-visits.doctors': {
    make: async (location) => ({
      id: (await aResource(location, { kind: 'person', name: `${location.name} doctor` })).id,
    }),
  },
  'patient-visits.clinics': {
    everywhere: true,
    make: async () => ({ id: (await Clinic.create({ name: { en: 'Heart' } })).id }),
  },
  'patient-visits.visit_types': {
    another: async () => ({ serviceId: String((await aPlanner()).service.id) }),
    make: async (location) => ({ id: (await practiceAt(location)).type.id }),
  },
}

/** Public id of a visit in the account of this person. */
export async function aVisitOf(userId: number): Promise<string> {
  const { id } = await visit.make(await aLocation())
  const made = await Visit.findOrFail(id)
  await Customer.query().where('id', made.customerId).update({ userId })
  return made.publicId
}
