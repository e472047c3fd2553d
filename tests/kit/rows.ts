import Database from 'better-sqlite3'
import pg from 'pg'

export type Rows = {
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** A second look at a database from outside the application, with `?` for values. */
export async function openRows(at: { file: string } | { url: string }): Promise<Rows> {
  if ('file' in at) {
    const database = new Database(at.file)
    database.pragma('busy_timeout = 5000')
    return {
      query: async <Row>(sql: string, values: unknown[] = []) => {
        const statement = database.prepare(sql)
        const bound = values.map((value) => (typeof value === 'boolean' ? Number(value) : value))
        if (statement.reader) return statement.all(...bound) as Row[]
        statement.run(...bound)
        return []
      },
      close: async () => void database.close(),
    }
  }
  // Instants are bigint columns; the application reads them as numbers, so do the tests.
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const client = new pg.Client({ connectionString: at.url, types })
  // The database is dropped under it at the end of a test.
  client.on('error', () => {})
  await client.connect()
  return {
    query: async <Row>(sql: string, values: unknown[] = []) => {
      let count = 0
      const { rows } = await client.query(
        sql.replaceAll('?', () => `$${++count}`),
        values
      )
      return rows as Row[]
    },
    close: () => client.end(),
  }
}
