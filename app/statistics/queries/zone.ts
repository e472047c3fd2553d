import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'

/** Whose days are counted: those of the first place in use, as the panel reads its instants. */
export async function countingZone(): Promise<string> {
  const [first] = (await keptRows(Location)).toSorted(
    (one, other) => Number(other.active) - Number(one.active) || one.id - other.id
  )
  return first?.zone ?? 'UTC'
}
