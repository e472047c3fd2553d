import { ignitor } from '../../bin/ignitor.js'

/** What the clinic of document 003 is called, in the data of a running server. */
export const CLINIC = {
  unit: 'Przychodnia nad Strugą',
  clinic: 'Poradnia okulistyczna',
  visit: 'Badanie wzroku',
  doctor: 'lek. Amara Lindowa',
  room: 'Gabinet 4',
  preparation: 'Proszę przynieść obecne okulary.',
}

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { transaction } = await import('#core/platform')
  const { offerThrough } = await import('#core/scheduling')
  const { aLocation, aResource, aService, isOpen } = await import('#tests/scheduling/planner')
  const { Clinic } = await import('#plugins/patient-visits/models/clinic')
  const { VisitType } = await import('#plugins/patient-visits/models/visit_type')
  const address = 'Lipowa 4, 87-100 Toruń'
  const place = { slug: 'struga', name: CLINIC.unit, address, phone: '+48 56 000 00 00' }
  const location = await aLocation({ ...place, zone: 'Europe/Warsaw' })
  const doctor = await aResource(location, { kind: 'person', name: CLINIC.doctor })
  const room = await aResource(location, { kind: 'room', name: CLINIC.room })
  await isOpen(location)
  const service = await aService(location, [{ of: [doctor] }, { of: [room] }], {
    slug: 'struga',
    name: { pl: CLINIC.visit },
    preparation: { pl: CLINIC.preparation },
    durationMinutes: 30,
    letter: 'V',
  })
  const { id: clinicId } = await Clinic.create({ name: { pl: CLINIC.clinic } })
  await VisitType.create({ serviceId: service.id, clinicId })
  await transaction((trx) => offerThrough(trx, service.id, 'patient-visits'))
  await new Promise<void>((resolve, reject) => {
    process.send!({ laidOut: true }, (error: Error | null) => (error ? reject(error) : resolve()))
  })
})
await app.terminate()
process.disconnect()
