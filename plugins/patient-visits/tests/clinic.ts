import type { Location } from '#core/organisation'
import { transaction } from '#core/platform'
import { offerThrough, type Resource, type Service } from '#core/scheduling'
import { Clinic } from '#plugins/patient-visits/models/clinic'
import { Visit } from '#plugins/patient-visits/models/visit'
import { VisitType } from '#plugins/patient-visits/models/visit_type'
import { aLocation, aResource, aService, isOpen } from '#tests/scheduling/planner'
import { signedIn, someCustomer } from '#tests/accounts/people'
import type { HttpClient } from '#tests/kit/http'

/** Tuesday, 08:00 in Rome; the clinics of these tests open at nine. */
export const NOW = '2027-01-12T07:00:00Z'
export const EMAIL = 'ada@example.org'
export const MINE = '/account/patient-visits'

export type Practice = {
  location: Location
  doctors: Resource[]
  room: Resource
  clinic: Clinic
  service: Service
  type: VisitType
}

let serial = 0

type Values = {
  service?: Partial<Service>
  type?: Partial<VisitType>
  clinic?: Partial<Clinic>
  doctors?: number
  rooms?: number
  opens?: string
  closes?: string
  location?: Location
}

/** Words that must never leave the house: they stand in the names of everything about health. */
export const MARKERS = {
  type: 'Zyxlowicz check',
  clinic: 'Qwodermia',
  doctor: 'Dr Vrbxan',
  preparation: 'Come without Jolpherin',
  reason: 'Because of my Kwyntosis',
}

/** A clinic with doctors who see patients for half an hour, each alone in the one room. */
export async function aPractice(values: Values = {}): Promise<Practice> {
  const n = ++serial
  const address = 'Via Lunga 1, 56124 Pisa'
  const words = { slug: `unit-${n}`, name: `Unit ${n}`, address, phone: '+39 050 00 00' }
  const location = values.location ?? (await aLocation(words))
  const room = await aResource(location, {
    kind: 'room',
    name: `Room ${n}`,
    units: values.rooms ?? 4,
  })
  const names = Array.from({ length: values.doctors ?? 1 }, (_, i) => `${MARKERS.doctor} ${n}.${i}`)
  const doctors: Resource[] = []
  for (const name of names) doctors.push(await aResource(location, { kind: 'person', name }))
  await isOpen(location, { opens: values.opens ?? '09:00', closes: values.closes ?? '18:00' })
  const service = await aService(location, [{ of: doctors }, { of: [room] }], {
    slug: `visit-${n}`,
    name: { en: MARKERS.type },
    preparation: { en: MARKERS.preparation },
    durationMinutes: 30,
    letter: 'V',
    ...values.service,
  })
  const clinic = await Clinic.create({ name: { en: MARKERS.clinic }, ...values.clinic })
  const type = await VisitType.create({
    serviceId: service.id,
    clinicId: clinic.id,
    ...values.type,
  })
  await transaction((trx) => offerThrough(trx, service.id, 'patient-visits'))
  return { location, doctors, room, clinic, service, type }
}

/** A patient with an account, signed in. */
export async function aPatient(values: { email?: string; firstName?: string } = {}) {
  const user = await someCustomer({ firstName: 'Ada', lastName: 'Vornberg', ...values })
  return { user, client: await signedIn(user) }
}

/** What an address or a form says of the visit that is wanted. */
export const wanted = ({ type, location }: Practice, doctor?: Resource) => ({
  visit: type.publicId,
  unit: location.slug,
  ...(doctor ? { doctor: doctor.publicId } : {}),
})

/** Books through the pages, as the patient does; the address of the visit. */
export async function bookedVisit(
  client: HttpClient,
  practice: Practice,
  { startsAt, doctor }: { startsAt: number; doctor?: Resource }
): Promise<{ address: string; visit: Visit }> {
  const asked = { ...wanted(practice, doctor), starts_at: String(startsAt) }
  const check = await client.get(`${MINE}/check?${new URLSearchParams(asked)}`)
  const { location, status } = await client.submit(check.form(MINE), {})
  if (!location) throw new Error(`Booking a visit answered ${status}`)
  const publicId = location.split('/').at(-1)!
  return { address: location, visit: await Visit.findByOrFail({ publicId }) }
}
