import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import testUtils from '@adonisjs/core/services/test_utils'
import { dialect, forgetCaches, installedPluginIds, migrate } from '#core/platform'
import { takeTurns } from '#tests/kit/one_at_a_time'

/** Migrates the core and every installed plugin, and enables them all; once a test run. */
export async function migrateTestDatabase(): Promise<void> {
  await migrate(installedPluginIds())
  for (const id of installedPluginIds()) {
    await db
      .insertQuery()
      .table('platform_plugins')
      .insert({ id, version: '0.0.0', enabled: true, changed_at: 0 })
      .onConflict('id')
      .ignore()
  }
}

/**
 * For `group.each.setup`: whatever the test writes is rolled back after it. Not for tests that
 * look at the database from a second connection or process; those start a server of their own.
 */
export async function freshDatabase(): Promise<() => Promise<void>> {
  forgetCaches()
  const rollback = await testUtils.db().wrapInGlobalTransaction()
  const inTurn = dialect(db.connection()) === 'postgres' ? await preparePostgres() : () => {}
  return async () => {
    forgetRecords()
    await rollback()
    inTurn()
    forgetCaches()
  }
}

/**
 * Every record that was read waits for the end of the transaction, and each then takes itself off a
 * list of them all: minutes for a hundred thousand. The first who waits is the database service.
 */
function forgetRecords(): void {
  const transaction = db.connection() as TransactionClientContract
  const [service] = transaction.rawListeners('rollback') as [() => void]
  transaction.removeAllListeners('rollback')
  transaction.on('rollback', service)
}

/** Nothing is ever committed here, so what happens at the commit happens at once. */
async function preparePostgres(): Promise<() => void> {
  await db.rawQuery('set constraints all immediate')
  return takeTurns(db.connection())
}
