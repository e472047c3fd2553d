import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import { withLease } from '#app/platform/lease'
import { dialect } from '#app/platform/transaction'

type Direction = 'up' | 'down'
type AfterMigration = () => Promise<void>

const MIGRATION_LOCK = 4711
const afterMigrations: AfterMigration[] = []

/** Registers work that follows every migration run, such as re-creating database guards. */
export function afterEveryMigration(work: AfterMigration): void {
  afterMigrations.push(work)
}

async function run(connectionName: string, direction: Direction): Promise<void> {
  const runner = new MigrationRunner(db, app, {
    direction,
    connectionName,
    dryRun: false,
    ...(direction === 'down' ? { batch: 0 } : {}),
  })
  await runner.run()
  if (runner.error) throw runner.error
}

/**
 * Migrates a plugin on its alias connection. The open transaction on the primary takes SQLite's
 * only connection, so that no other transaction of this process can stand in the way (two
 * connections of one process to one SQLite file freeze each other), and PostgreSQL's lock.
 */
async function runOnAlias(pluginId: string, direction: Direction): Promise<void> {
  const connectionName = `plugin:${pluginId}`
  const gate = await db.transaction()
  try {
    if (dialect(gate) === 'postgres') {
      await gate.rawQuery('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK])
    }
    await run(connectionName, direction)
  } finally {
    await db.manager.close(connectionName)
    await gate.rollback()
  }
}

async function runAfterMigrations(): Promise<void> {
  for (const work of afterMigrations) await work()
}

/** Brings the core and the given plugins up to date; safe to call from several processes. */
export async function migrate(pluginIds: string[] | (() => Promise<string[]>)): Promise<void> {
  await withLease('migrations', async () => {
    await run('primary', 'up')
    const ids = typeof pluginIds === 'function' ? await pluginIds() : pluginIds
    for (const id of ids) await runOnAlias(id, 'up')
    await runAfterMigrations()
  })
}

/** Brings one plugin up to date; requests of this process wait some 10 ms for it. */
export async function migratePlugin(id: string): Promise<void> {
  await withLease('migrations', async () => {
    await runOnAlias(id, 'up')
    await runAfterMigrations()
  })
}

/** Drops a plugin's tables. Only for tests and an operator's explicit removal. */
export async function rollbackPlugin(id: string): Promise<void> {
  await withLease('migrations', () => runOnAlias(id, 'down'))
}
