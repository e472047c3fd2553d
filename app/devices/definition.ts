/** A paired kiosk or waiting-room screen: what it is, what it shows and where it stands. */
export type Device = {
  id: number
  /** Id of its kind, e.g. `queue-caller.screen`. */
  kind: string
  /** Id of what it shows, of the kind's own `subjects`. */
  subjectId: number
  locationId: number
  name: string
}

/** What a device can be paired as; contributed under `devices`. */
export type DeviceKind = {
  /** Prefixed with its owner, e.g. `queue-caller.screen`. */
  id: string
  /** Lang key of its name, e.g. `queue-caller.devices.screen`. */
  title: string
  /** Name of a Lucide icon. */
  icon: string
  /** Name of the device route that it opens once paired; without parameters. */
  start: string
  /**
   * What devices of this kind can show, e.g. all configured screens: chosen when pairing.
   * `locationId` decides who may pair and see it.
   */
  subjects: () => Promise<DeviceSubject[]>
}

export type DeviceSubject = { id: number; name: string; locationId: number }

export const defineDeviceKind = (kind: DeviceKind): DeviceKind => kind
