import { Location } from '#core/organisation'
import { keptRows, rows, type Trx } from '#core/platform'

/** The zone in which the days of orders, quotes and papers are counted: that of the first location. */
export async function organisationZone(): Promise<string> {
  const [first] = (await keptRows(Location)).toSorted((one, other) => one.id - other.id)
  return first?.zone ?? 'UTC'
}

/** The same read by a transaction. */
export async function zoneWithin(trx: Trx): Promise<string> {
  const sql = `select zone from ${Location.table} order by id limit 1`
  const [first] = await rows<{ zone: string }>(trx, sql)
  return first?.zone ?? 'UTC'
}
