import type { Location } from '#core/organisation'
import { Kiosk } from '#plugins/queue-caller/models/kiosk'
import { Screen } from '#plugins/queue-caller/models/screen'
import { aCounter, aLine } from '#plugins/queue-caller/tests/queue'
import { everyLanguage } from '#tests/journeys/hostile'

/** A queue whose operator wrote the poison wherever the panel lets them write. */
export async function hostileQueue(location: Location, poison: string): Promise<void> {
  const text = everyLanguage(poison)
  const line = await aLine(location, { name: text })
  await aCounter([line], { label: poison.slice(0, 40) })
  const display = { locationId: location.id, name: poison, lineIds: [line.id] }
  await Screen.create({ ...display, notice: text, locales: ['en'] })
  await Kiosk.create({ ...display, locales: ['en'] })
}
