import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'
import { Line } from '#plugins/queue-caller/models/line'

/**
 * Locations that have or had a queue, those in use first.
 *
 * @param within ids of the locations that somebody may see; null means all
 */
export async function placesWithQueue(within: readonly number[] | null): Promise<Location[]> {
  const ids = new Set((await keptRows(Line)).map(({ locationId }) => locationId))
  return (await keptRows(Location))
    .filter(({ id }) => ids.has(id) && (within === null || within.includes(id)))
    .sort((a, b) => Number(b.active) - Number(a.active) || a.id - b.id)
}
