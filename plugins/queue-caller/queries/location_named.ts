import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'

/** The location behind an id of something that stands there; locations are never removed. */
export async function locationNamed(id: number): Promise<Location> {
  const location = (await keptRows(Location)).find((one) => one.id === id)
  return location ?? (await Location.findOrFail(id))
}
