import { PairedDevice } from '#app/devices/models/paired_device'

/** The device with this secret; null for an unknown and a revoked one. */
export function pairedByHash(tokenHash: string): Promise<PairedDevice | null> {
  return PairedDevice.query().where('tokenHash', tokenHash).whereNull('revokedAt').first()
}

/** Those of these devices that have not been revoked, by id: for sockets that stay open. */
export async function stillPaired(ids: readonly number[]): Promise<Map<number, PairedDevice>> {
  const found = await PairedDevice.query()
    .whereIn('id', [...ids])
    .whereNull('revokedAt')
  return new Map(found.map((device) => [device.id, device]))
}
