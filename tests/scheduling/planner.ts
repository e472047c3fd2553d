import { Location } from '#core/organisation'
import { OpeningRule, Requirement, Resource, Service } from '#core/scheduling'

let serial = 0

/** A location of the planner; Rome unless said otherwise. */
export function aLocation(values: Partial<Location> = {}): Promise<Location> {
  return Location.create({
    slug: `place-${++serial}`,
    name: 'Pisa',
    zone: 'Europe/Rome',
    ...values,
  })
}

/** A resource of a location. */
export function aResource(location: Location, values: Partial<Resource> = {}): Promise<Resource> {
  return Resource.create({
    locationId: location.id,
    kind: 'room',
    name: `Cabin ${++serial}`,
    units: 1,
    ...values,
  })
}

/** A service that needs k of some resources; 60 minutes every 30 unless said otherwise. */
export async function aService(
  location: Location,
  requirements: { need?: number; of: Resource[] }[],
  values: Partial<Service> = {}
): Promise<Service> {
  const service = await Service.create({
    slug: `service-${++serial}`,
    name: { en: 'Fitting' },
    durationMinutes: 60,
    stepMinutes: 30,
    horizonDays: 60,
    letter: 'A',
    ...values,
  })
  await service.related('locations').attach([location.id])
  for (const [position, { need = 1, of }] of requirements.entries()) {
    const requirement = await Requirement.create({ serviceId: service.id, need, position })
    await requirement.related('resources').attach(of.map(({ id }) => id))
  }
  return service
}

/** Opening every day 09:00–18:00 unless said otherwise. */
export function isOpen(
  location: Location,
  values: Partial<OpeningRule> = {}
): Promise<OpeningRule> {
  return OpeningRule.create({
    locationId: location.id,
    resourceId: null,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    opens: '09:00',
    closes: '18:00',
    ...values,
  })
}

/** A location with one resource and one service on it. */
export async function aPlanner(
  values: { units?: number; opens?: string; closes?: string; service?: Partial<Service> } = {}
) {
  const location = await aLocation()
  const resource = await aResource(location, { units: values.units ?? 1 })
  await isOpen(location, { opens: values.opens ?? '09:00', closes: values.closes ?? '18:00' })
  const service = await aService(location, [{ of: [resource] }], values.service)
  return { location, resource, service }
}

/** Epoch milliseconds of a Roman wall time that exists once. */
export function rome(text: string): number {
  const guess = Date.parse(`${text.replace(' ', 'T')}:00Z`)
  const shown = new Date(guess).toLocaleString('sv-SE', { timeZone: 'Europe/Rome' })
  return guess - (Date.parse(`${shown.replace(' ', 'T')}Z`) - guess)
}
