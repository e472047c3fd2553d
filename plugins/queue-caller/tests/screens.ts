import type { Location } from '#core/organisation'
import { aPairedDevice, type Paired } from '#tests/devices/devices'
import { SCREEN_DEVICE } from '#plugins/queue-caller/domain/screen_presets'
import { Screen } from '#plugins/queue-caller/models/screen'

/** Address of the page of a paired screen. */
export const SCREEN_PAGE = '/device/queue/screen'

/** A screen of a location; one of many lines in English unless said otherwise. */
export function aScreen(location: Location, values: Partial<Screen> = {}): Promise<Screen> {
  return Screen.create({ locationId: location.id, name: 'Hall', locales: ['en'], ...values })
}

/** The browser that staff have paired as this screen. */
export function pairedAs({ id, locationId }: Screen): Promise<Paired> {
  return aPairedDevice({ kind: SCREEN_DEVICE, subjectId: id, locationId })
}
