import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** A connection or a transaction. */
export type Client = QueryClientContract

type Statement = {
  readonly reader: boolean
  all(...values: unknown[]): unknown[]
  run(...values: unknown[]): unknown
}
type Handle = { prepare(sql: string): Statement }
type Driver = {
  acquireConnection(): Promise<Handle>
  releaseConnection(handle: Handle): void
  emit(event: 'query', query: { sql: string }): void
}

/**
 * The rows of one statement, plain, with `?` for its bindings. On SQLite it goes to the driver,
 * which keeps it parsed: the query builder would cost five times as much as the statement. For
 * what runs on every page or in every booking; everything else is easier to read with models.
 */
export async function rows<Row>(
  client: Client,
  sql: string,
  bindings: readonly unknown[] = []
): Promise<Row[]> {
  if (client.dialect.name === 'postgres') {
    const answer = await client.rawQuery<{ rows: Row[] }>(sql, bindings as never[])
    return answer.rows
  }
  if (client.isTransaction && 'isCompleted' in client && client.isCompleted) {
    throw new Error('The transaction of this statement has ended')
  }
  const driver: Driver = client.getWriteClient().client
  const handle = await driver.acquireConnection()
  try {
    driver.emit('query', { sql })
    const statement = handle.prepare(sql)
    const values = bindings.map((value) => (typeof value === 'boolean' ? Number(value) : value))
    if (statement.reader) return statement.all(...values) as Row[]
    statement.run(...values)
    return []
  } finally {
    driver.releaseConnection(handle)
  }
}

/** `?, ?, ?` for a list. */
export function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ')
}
