import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'

/** The zone in which the days of orders, quotes and papers are counted: that of the first location. */
export async function organisationZone(): Promise<string> {
  const [first] = (await keptRows(Location)).toSorted((one, other) => one.id - other.id)
  return first?.zone ?? 'UTC'
}
