import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'

/** Every location, those in use first. */
export async function places(): Promise<Location[]> {
  const all = await keptRows(Location)
  return all.toSorted(
    (one, other) => Number(other.active) - Number(one.active) || one.id - other.id
  )
}
