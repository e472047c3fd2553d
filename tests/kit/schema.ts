import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** Tables whose names begin with a prefix, each with its columns, sorted: for comparing schemas. */
export async function schemaOf(
  client: QueryClientContract,
  prefix: string
): Promise<Record<string, string[]>> {
  const tables = (await client.getAllTables(['public'])).filter((table) => table.startsWith(prefix))
  const entries = tables.sort().map(async (table) => {
    return [table, Object.keys(await client.columnsInfo(table)).sort()] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
