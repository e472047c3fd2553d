import { setTimeout as sleep } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'

const LEASE_MS = 120_000
const RETRY_MS = 50
const PATIENCE_MS = 180_000

/** The tables that must exist before the first migration can run. */
async function ensureTables(): Promise<void> {
  await db.rawQuery(
    'create table if not exists platform_leases (name varchar(64) primary key, holder varchar(64) not null, until_at bigint not null)'
  )
  await db.rawQuery(
    'create table if not exists platform_write_lock (id integer primary key, held integer not null)'
  )
}

async function take(name: string, holder: string): Promise<boolean> {
  const now = Date.now()
  await db.rawQuery(
    'insert into platform_leases (name, holder, until_at) values (?, ?, ?) on conflict (name) do nothing',
    [name, holder, 0]
  )
  const taken = await db
    .from('platform_leases')
    .where('name', name)
    .where('until_at', '<', now)
    .update({ holder, until_at: now + LEASE_MS })
  return Number(taken) === 1
}

/** Runs `work` in one process of the deployment at a time; others wait. Uses the real clock. */
export async function withLease<T>(name: string, work: () => Promise<T>): Promise<T> {
  const holder = randomUUID()
  const giveUpAt = Date.now() + PATIENCE_MS
  await retryBusy(ensureTables)
  while (!(await retryBusy(() => take(name, holder)))) {
    if (Date.now() > giveUpAt)
      throw new Error(`The lease "${name}" was not free within ${PATIENCE_MS} ms`)
    await sleep(RETRY_MS)
  }
  try {
    return await work()
  } finally {
    await retryBusy(() =>
      db.from('platform_leases').where({ name, holder }).update({ until_at: 0 })
    )
  }
}

async function retryBusy<T>(statement: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await statement()
    } catch (error) {
      const { code } = error as { code?: string }
      // 23505: two processes of PostgreSQL created the same table at the same moment.
      if (!['SQLITE_BUSY', '23505', '42P07'].includes(code ?? '') || attempt > 40) throw error
      await sleep(RETRY_MS)
    }
  }
}
