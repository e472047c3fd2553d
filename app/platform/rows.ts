import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { LucidModel, ModelAttributes } from '@adonisjs/lucid/types/model'
import { withPlaceholders } from '#app/platform/domain/placeholders'

/** A connection or a transaction. */
export type Client = QueryClientContract

type SqliteStatement = {
  readonly reader: boolean
  all(...values: unknown[]): unknown[]
  run(...values: unknown[]): unknown
}
type SqliteConnection = { prepare(sql: string): SqliteStatement }
type PostgresConnection = { query(statement: object): Promise<{ rows: unknown[] }> }
type Driver = {
  acquireConnection(): Promise<unknown>
  releaseConnection(connection: unknown): void
  emit(event: 'query', query: { sql: string }): void
}

/**
 * The rows of one statement, plain, with `?` for its bindings. It goes straight to the driver,
 * which keeps it parsed: the query builder would cost five times as much as the statement. For
 * what runs on every page or in every booking; everything else is easier to read with models.
 */
export async function rows<Row>(
  client: Client,
  sql: string,
  bindings: readonly unknown[] = []
): Promise<Row[]> {
  if (client.isTransaction && 'isCompleted' in client && client.isCompleted) {
    throw new Error('The transaction of this statement has ended')
  }
  const driver: Driver = client.getWriteClient().client
  const connection = await driver.acquireConnection()
  try {
    driver.emit('query', { sql })
    const found =
      client.dialect.name === 'postgres'
        ? await rowsOfPostgres(connection as PostgresConnection, sql, bindings)
        : rowsOfSqlite(connection as SqliteConnection, sql, bindings)
    return found as Row[]
  } finally {
    driver.releaseConnection(connection)
  }
}

function rowsOfSqlite(connection: SqliteConnection, sql: string, bindings: readonly unknown[]) {
  const statement = connection.prepare(sql)
  const values = bindings.map((value) => (typeof value === 'boolean' ? Number(value) : value))
  if (statement.reader) return statement.all(...values)
  statement.run(...values)
  return []
}

const MOST_NAMED = 400
const numbered = new Map<string, { name?: string; text: string }>()

/** A statement with a name is parsed once a connection; lists of unusual lengths get none. */
function numberedStatement(sql: string) {
  const known = numbered.get(sql)
  if (known) return known
  let count = 0
  const text = withPlaceholders(sql, () => `$${++count}`)
  if (numbered.size >= MOST_NAMED) return { text }
  const statement = { name: `rows_${numbered.size}`, text }
  numbered.set(sql, statement)
  return statement
}

async function rowsOfPostgres(
  connection: PostgresConnection,
  sql: string,
  bindings: readonly unknown[]
) {
  return (await connection.query({ ...numberedStatement(sql), values: [...bindings] })).rows
}

type Columns = Readonly<Record<string, unknown>>
type Values<T extends LucidModel> = Partial<ModelAttributes<InstanceType<T>>>

/** One UPDATE of all rows whose columns equal those of `where`; says how many it changed. */
export async function updateColumns(
  client: Client,
  table: string,
  where: Columns,
  changes: Columns
): Promise<number> {
  const equal = (columns: Columns) => Object.keys(columns).map((name) => `"${name}" = ?`)
  const changed = await rows(
    client,
    `update ${table} set ${equal(changes).join(', ')} where ${equal(where).join(' and ')} returning 1`,
    [...Object.values(changes), ...Object.values(where)]
  )
  return changed.length
}

/**
 * The same by the attributes of a model, for what runs in every booking; its hooks do not run.
 *
 *     await updateRows(trx, Reservation, { id, version }, { state: 'confirmed', version: version + 1 })
 */
export function updateRows<T extends LucidModel>(
  client: Client,
  model: T,
  where: Values<T>,
  changes: Values<T>
): Promise<number> {
  return updateColumns(client, model.table, columnsOf(model, where), columnsOf(model, changes))
}

function columnsOf<T extends LucidModel>(model: T, values: Values<T>): Columns {
  const columns = Object.entries(values).map(([attribute, value]) => {
    const { columnName, prepare } = model.$getColumn(attribute)!
    return [columnName, prepare ? prepare(value, attribute, model as never) : value] as const
  })
  return Object.fromEntries(columns)
}

/** `?, ?, ?` for a list. */
export function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ')
}
