import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isContention, PATIENCE_MS, pauseAfter } from '#app/platform/contention'
import { commitTogether } from '#app/platform/group_commit'
import { rows } from '#app/platform/rows'

export type Trx = TransactionClientContract

/** `sqlite` or `postgres`: the two engines that every module runs on. */
export function dialect(client: { dialect: { name: string } }): 'sqlite' | 'postgres' {
  return client.dialect.name === 'postgres' ? 'postgres' : 'sqlite'
}

/**
 * Repeats a write while other processes are in its way, with growing pauses; every other error is
 * thrown. For a single statement outside a transaction: on SQLite it fails at once when another
 * process is writing. `transaction()` does this by itself.
 */
export async function retryingBusy<T>(write: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS
  for (let attempt = 1; ; attempt++) {
    try {
      return await write()
    } catch (error) {
      if (!isContention(error) || performance.now() > until) throw error
      await pauseAfter(attempt)
    }
  }
}

/**
 * The only way to write more than one row. Inside, use `trx` for every query (SQLite has one
 * connection), send nothing and do nothing slow. Contention is retried with growing pauses;
 * every other error rolls back and is thrown. Effects belong in `trx.after('commit', …)`.
 */
export function transaction<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
  const isShared = dialect(db.connection()) === 'sqlite'
  return retryingBusy(() => (isShared ? commitTogether(work) : db.transaction(work)))
}

/** `transaction()` for a single statement: PostgreSQL needs nothing around it. */
export function writeRows<Row>(sql: string, bindings: readonly unknown[]): Promise<Row[]> {
  const client = db.connection()
  return dialect(client) === 'sqlite'
    ? transaction((trx) => rows<Row>(trx, sql, bindings))
    : retryingBusy(() => rows<Row>(client, sql, bindings))
}
