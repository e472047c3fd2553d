import { join } from 'node:path'
import { defineConfig } from '@adonisjs/lucid'
import { dataFolder } from '#app/platform/data_dir'
import { installedPluginIds } from '#app/platform/installed'
import { keepStatements } from '#app/platform/kept_statements'
import env from '#start/env'

type Pragmas = { pragma(statement: string): unknown; prepare(sql: string): unknown }
type PoolDone = (error: Error | null, connection: Pragmas) => void

/** WAL and FULL: an acknowledged booking survives a power cut; a writer never blocks readers. */
function setPragmas(connection: Pragmas, done: PoolDone) {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  // The driver waits without letting anything else run; transaction() waits better.
  connection.pragma('busy_timeout = 50')
  // What undoes a member of a shared commit; as a file it would cost half of every statement.
  connection.pragma('temp_store = MEMORY')
  keepStatements(connection)
  done(null, connection)
}

type Postgres = { query(statement: string, done: (error: Error | null) => void): unknown }

/** Compiling a statement of some milliseconds takes hundreds: its costs are judged by guesses. */
function compileNothing(connection: Postgres, done: (error: Error | null, it: Postgres) => void) {
  connection.query('set jit = off', (error) => done(error, connection))
}

/** knex-style settings of one connection with its own migration table and folder. */
function connection(migrations: { tableName: string; paths: string[] }, isAlias = false) {
  const shared = {
    migrations: { naturalSort: true, ...migrations },
    schemaGeneration: { enabled: false },
    // Values of a failed statement, personal data among them, stay out of errors and logs.
    compileSqlOnError: false,
  }
  if (env.DATABASE_URL) {
    return {
      client: 'pg' as const,
      connection: { connectionString: env.DATABASE_URL },
      pool: { min: 0, max: isAlias ? 2 : 10, afterCreate: compileNothing },
      ...shared,
    }
  }
  return {
    client: 'better-sqlite3' as const,
    connection: { filename: join(dataFolder('database'), 'sportello.sqlite3') },
    useNullAsDefault: true,
    // One writer, one connection: a query beside an open transaction waits, then fails here.
    acquireConnectionTimeout: process.env.NODE_ENV === 'test' ? 4000 : 20_000,
    pool: { min: 1, max: 1, afterCreate: setPragmas },
    ...shared,
  }
}

/** Each plugin migrates on an alias of the primary connection with a history of its own. */
const pluginConnections = installedPluginIds().map((id) => [
  `plugin:${id}`,
  connection(
    {
      tableName: `plugin_${id.replaceAll('-', '_')}_schema`,
      paths: [`plugins/${id}/database/migrations`],
    },
    true
  ),
])

export default defineConfig({
  connection: 'primary',
  connections: {
    primary: connection({ tableName: 'platform_schema', paths: ['database/migrations'] }),
    ...Object.fromEntries(pluginConnections),
  },
})
