import db from '@adonisjs/lucid/services/db'

type Row = Record<string, unknown>
type Bindings = (string | number)[]
type SqliteStatement = { get(...bindings: Bindings): Row | undefined }
type SqliteHandle = { prepare(sql: string): SqliteStatement }
type PostgresHandle = {
  query(query: { name: string; text: string; values: Bindings }): Promise<{ rows: Row[] }>
}
type Pool<Handle> = {
  acquireConnection(): Promise<Handle>
  releaseConnection(handle: Handle): void
}

const prepared = new WeakMap<SqliteHandle, Map<string, SqliteStatement>>()

function statementOf(handle: SqliteHandle, sql: string): SqliteStatement {
  let statements = prepared.get(handle)
  if (!statements) prepared.set(handle, (statements = new Map()))
  let statement = statements.get(sql)
  if (!statement) statements.set(sql, (statement = handle.prepare(sql)))
  return statement
}

async function withHandle<Handle, T>(pool: Pool<Handle>, work: (handle: Handle) => T | Promise<T>) {
  const handle = await pool.acquireConnection()
  try {
    return await work(handle)
  } finally {
    pool.releaseConnection(handle)
  }
}

/** `select 1 where a = ? and b = ?` in the notation of PostgreSQL. */
const numbered = (sql: string) => {
  let at = 0
  return sql.replaceAll('?', () => `$${++at}`)
}

/**
 * The first row of a select that runs on every request: the driver parses it once a connection,
 * where the query builder would build and parse it each time (about 20 times the cost).
 */
export async function preparedRow(
  name: string,
  sql: string,
  bindings: Bindings
): Promise<Row | null> {
  const client = db.connection()
  // Inside a global transaction the pool of one is taken: only its own client can answer.
  if (client.isTransaction) {
    const result = await client.rawQuery(sql, bindings)
    const rows: Row[] = Array.isArray(result) ? result : result.rows
    return rows[0] ?? null
  }
  const pool: unknown = client.getReadClient().client
  if (client.dialect.name === 'postgres') {
    const query = { name, text: numbered(sql), values: bindings }
    const answer = await withHandle(pool as Pool<PostgresHandle>, (handle) => handle.query(query))
    return answer.rows[0] ?? null
  }
  return withHandle(
    pool as Pool<SqliteHandle>,
    (handle) => statementOf(handle, sql).get(...bindings) ?? null
  )
}
