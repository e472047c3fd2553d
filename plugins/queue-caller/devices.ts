import { defineDeviceKind, type DeviceKind } from '#core/devices'
import { keptRows } from '#core/platform'
import { SCREEN_DEVICE } from '#plugins/queue-caller/domain/screen_presets'
import { Kiosk } from '#plugins/queue-caller/models/kiosk'
import { Screen } from '#plugins/queue-caller/models/screen'

export const KIOSK = 'queue-caller.kiosk'

export const devices: DeviceKind[] = [
  defineDeviceKind({
    id: SCREEN_DEVICE,
    title: 'queue-caller.devices.screen',
    icon: 'monitor',
    start: 'queue-caller.screen_pages.show',
    subjects: async () => {
      const screens = await Screen.query().orderBy('name')
      return screens.map(({ id, name, locationId }) => ({ id, name, locationId }))
    },
  }),
  // Gives out tickets and lets appointments check in (Q1, Q2).
  defineDeviceKind({
    id: KIOSK,
    title: 'queue-caller.kiosk.device',
    icon: 'ticket',
    start: 'queue-caller.kiosk_pages.show',
    subjects: async () => {
      return (await keptRows(Kiosk)).map(({ id, name, locationId }) => ({ id, name, locationId }))
    },
  }),
]
