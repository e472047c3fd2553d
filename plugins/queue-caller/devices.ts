import { defineDeviceKind, type DeviceKind } from '#core/devices'
import { SCREEN_DEVICE } from '#plugins/queue-caller/domain/screen_presets'
import { Screen } from '#plugins/queue-caller/models/screen'

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
]
