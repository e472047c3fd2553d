import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Values, Viewer } from '#core/admin'
import type { Trx } from '#core/platform'
import { Requirement } from '#app/scheduling/models/requirement'
import { Resource } from '#app/scheduling/models/resource'
import type { Service } from '#app/scheduling/models/service'

/** So many places out of these resources. */
export type Need = { need: number; resourceIds: number[] }

const OFFERED = 'scheduling_service_locations'

/** Where a service is offered and what it occupies. */
export async function readServiceParts(
  service: Service,
  client: QueryClientContract
): Promise<Values> {
  const offered: { location_id: number }[] = await client
    .from(OFFERED)
    .where('service_id', service.id)
    .orderBy('location_id')
    .select('location_id')
  const requirements = await Requirement.query({ client })
    .where('serviceId', service.id)
    .preload('resources')
    .orderBy('position')
    .orderBy('id')
  return {
    locationIds: offered.map((row) => row.location_id),
    requirements: requirements.map(({ need, resources }) => ({
      need,
      resourceIds: resources.map(({ id }) => id).sort((one, other) => one - other),
    })),
  }
}

type Work = { trx: Trx; viewer: Viewer }

/** Staff of some locations leave alone what concerns the others. */
export async function storeServiceParts(
  service: Service,
  values: Values,
  { trx, viewer }: Work
): Promise<void> {
  const { locationIds: visible } = viewer
  const offered = trx.from(OFFERED).where('service_id', service.id)
  if (visible) offered.whereIn('location_id', visible)
  await offered.delete()
  const ids = (values.locationIds as number[]) ?? []
  const rows = ids.map((id) => ({ service_id: service.id, location_id: id }))
  if (rows.length > 0) await trx.table(OFFERED).multiInsert(rows)
  if (visible === null) await storeNeeds(service, neededIn(values), trx)
}

function neededIn({ requirements }: Values): Need[] {
  const lines = (requirements ?? []) as Partial<Need>[]
  return lines.flatMap(({ need, resourceIds = [] }) =>
    resourceIds.length > 0 ? [{ need: need ?? 1, resourceIds: [...new Set(resourceIds)] }] : []
  )
}

async function storeNeeds(service: Service, needs: Need[], trx: Trx): Promise<void> {
  const known = new Set((await Resource.query({ client: trx })).map(({ id }) => id))
  await removeNeeds(service, trx)
  for (const [position, { need, resourceIds }] of needs.entries()) {
    const requirement = await Requirement.create(
      { serviceId: service.id, need, position },
      { client: trx }
    )
    await requirement.related('resources').attach(resourceIds.filter((id) => known.has(id)))
  }
}

async function removeNeeds(service: Service, trx: Trx): Promise<void> {
  const ids = trx.from('scheduling_requirements').where('service_id', service.id).select('id')
  await trx.from('scheduling_requirement_resources').whereIn('requirement_id', ids).delete()
  await trx.from('scheduling_requirements').where('service_id', service.id).delete()
}

/** What belongs to a service alone goes with it; reservations keep it from being removed. */
export async function removeServiceParts(service: Service, { trx }: Work): Promise<void> {
  await removeNeeds(service, trx)
  await trx.from(OFFERED).where('service_id', service.id).delete()
}
