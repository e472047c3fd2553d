import { allContributions, contributions } from '#core/platform'
import type { DeviceKind } from '#app/devices/definition'

/** What devices can be paired as now: kinds of the core and of enabled plugins. */
export async function activeKinds(): Promise<DeviceKind[]> {
  return (await contributions('devices')).flatMap(({ value }) => value)
}

/** Kinds of disabled plugins included: devices of theirs rest. */
export function knownKinds(): DeviceKind[] {
  return allContributions('devices').flatMap(({ value }) => value)
}
