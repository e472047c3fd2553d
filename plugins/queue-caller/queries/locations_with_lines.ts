import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'
import { Line } from '#plugins/queue-caller/models/line'

/** Locations that have a queue. */
export async function locationsWithLines(): Promise<Location[]> {
  const lines = (await keptRows(Line)).filter(({ active }) => active)
  const ids = new Set(lines.map(({ locationId }) => locationId))
  return (await keptRows(Location)).filter(({ id, active }) => active && ids.has(id))
}
