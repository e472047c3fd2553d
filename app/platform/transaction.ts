import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

export type Trx = TransactionClientContract

const ATTEMPTS = 12
/** SQLite with all its kinds of busy; PostgreSQL's serialization failure and deadlock. */
const CONTENTION = /^(SQLITE_(BUSY|LOCKED)(_[A-Z]+)?|40001|40P01)$/

/** `sqlite` or `postgres`: the two engines that every module runs on. */
export function dialect(client: { dialect: { name: string } }): 'sqlite' | 'postgres' {
  return client.dialect.name === 'postgres' ? 'postgres' : 'sqlite'
}

function isContention(error: unknown): boolean {
  return error instanceof Error && CONTENTION.test((error as Error & { code?: string }).code ?? '')
}

/**
 * SQLite transactions begin deferred, and a read that turns into a write fails at once when
 * another process wrote in between. A first statement that writes takes the lock up front.
 */
async function takeWriteLock(trx: Trx): Promise<void> {
  if (dialect(trx) === 'sqlite')
    await trx.rawQuery('update platform_write_lock set held = held where 0')
}

/**
 * Repeats a write while other processes are in its way, with growing pauses; every other error is
 * thrown. For a single statement outside a transaction: on SQLite it fails at once when another
 * process has been writing for half a second. `transaction()` does this by itself.
 */
export async function retryingBusy<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write()
    } catch (error) {
      if (!isContention(error) || attempt === ATTEMPTS) throw error
      await sleep(Math.random() * Math.min(10 * 2 ** attempt, 1000))
    }
  }
}

/**
 * The only way to write more than one row. Inside, use `trx` for every query (SQLite has one
 * connection), send nothing and do nothing slow. Contention is retried with growing pauses;
 * every other error rolls back and is thrown. Effects belong in `trx.after('commit', …)`.
 */
export function transaction<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
  return retryingBusy(() =>
    db.transaction(async (trx) => {
      await takeWriteLock(trx)
      return work(trx)
    })
  )
}
