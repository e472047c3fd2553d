import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import {
  columnsWithoutRule,
  rulesWithoutColumn,
  type DatabaseColumns,
} from '#app/privacy/domain/coverage'
import { wholeDataMap } from '#app/privacy/queries/whole_data_map'

/** `table.column` of every column of this database that no data map explains; `[]` is the aim. */
export async function unmappedColumns(client: QueryClientContract): Promise<string[]> {
  return columnsWithoutRule(await columnsOf(client), wholeDataMap())
}

/** `table.column` of every rule left behind by a column that is gone or was never there. */
export async function staleRules(client: QueryClientContract): Promise<string[]> {
  return rulesWithoutColumn(await columnsOf(client), wholeDataMap())
}

async function columnsOf(client: QueryClientContract): Promise<DatabaseColumns> {
  const columns: Record<string, string[]> = {}
  for (const table of await client.getAllTables(['public'])) {
    columns[table] = Object.keys(await client.columnsInfo(table))
  }
  return columns
}
