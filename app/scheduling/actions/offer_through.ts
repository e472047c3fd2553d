import type { Trx } from '#core/platform'
import { Service } from '#app/scheduling/models/service'

/**
 * Lets one plugin alone offer a service, or with null whoever books services again. What was
 * booked before stays with the plugin that booked it.
 */
export async function offerThrough(
  trx: Trx,
  serviceId: number,
  owner: string | null
): Promise<void> {
  const service = await Service.findOrFail(serviceId, { client: trx })
  if (service.offeredBy === owner) return
  await service.merge({ offeredBy: owner, version: service.version + 1 }).save()
}
