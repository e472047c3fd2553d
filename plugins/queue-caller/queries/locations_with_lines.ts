import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'
import { Line } from '#plugins/queue-caller/models/line'

/** Locations that have a queue, or had one: what is left of it wants an end. */
export async function locationsWithLines(): Promise<Location[]> {
  const ids = new Set((await keptRows(Line)).map(({ locationId }) => locationId))
  return (await keptRows(Location)).filter(({ id, active }) => active && ids.has(id))
}
