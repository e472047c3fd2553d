import { tableNames, type Trx } from '#core/platform'
import { wholeDataMap } from '#core/privacy'

/**
 * Every table whose rows belong to a customer: by the column `customer_id`, which means the same
 * in all modules and plugins. The data map has every column there is; plugins that rest are in it
 * too, and one that was never switched on has no tables yet.
 */
export async function customerTables(trx: Trx): Promise<string[]> {
  const there = new Set(await tableNames(trx))
  const named = Object.entries(wholeDataMap()).filter(([, columns]) => 'customer_id' in columns)
  return named.map(([table]) => table).filter((table) => there.has(table))
}
