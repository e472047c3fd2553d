import { PairedDevice } from '#app/devices/models/paired_device'

/** The device with this secret; null for an unknown one, which a revoked one is. */
export function pairedByHash(tokenHash: string): Promise<PairedDevice | null> {
  return PairedDevice.findBy('tokenHash', tokenHash)
}

/** Those of these devices that have not been revoked, by id: for sockets that stay open. */
export async function stillPaired(ids: readonly number[]): Promise<Map<number, PairedDevice>> {
  const found = await PairedDevice.findMany([...ids])
  return new Map(found.map((device) => [device.id, device]))
}
