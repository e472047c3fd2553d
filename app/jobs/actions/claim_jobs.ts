import db from '@adonisjs/lucid/services/db'
import { clock, dialect, rows, retryingBusy, transaction } from '#core/platform'

/** How long a worker may be silent before others take over its jobs. */
export const LEASE_MS = 30_000

export type ClaimedJob = {
  id: number
  kind: string
  payload: object
  attempts: number
  dedupeKey: string | null
  claimedBy: string
}

type Row = {
  id: number
  kind: string
  payload: string
  attempts: number
  dedupe_key: string | null
}

// A worker never takes its own job a second time, even when it could not renew the lease.
const IS_DUE = `((state = 'waiting' and run_at <= ?)
  or (state = 'running' and claimed_until < ? and claimed_by <> ?))`

/**
 * Takes up to `limit` due jobs of these kinds for a worker, oldest first. Jobs whose worker died
 * are due again when its lease ends. PostgreSQL skips rows that others are just taking; on SQLite
 * the one UPDATE is alone by nature.
 *
 * @param dedupeKey none but the job under this key
 */
export async function claimJobs(
  worker: string,
  kinds: string[],
  limit: number,
  dedupeKey?: string
): Promise<ClaimedJob[]> {
  const now = clock.now()
  const isDue = [now, now, worker]
  if (!(await isAnyDue(kinds, isDue))) return []
  const keys = dedupeKey === undefined ? [] : [dedupeKey]
  const bindings = [worker, now + LEASE_MS, ...isDue, ...kinds, ...keys, limit]
  const claimed = await transaction((trx) =>
    rows<Row>(trx, claiming(marks(kinds), keys.length > 0, dialect(trx)), bindings)
  )
  return claimed.sort((a, b) => a.id - b.id).map((row) => claimedBy(worker, row))
}

/** A look is free, an UPDATE takes SQLite's write lock even when it finds nothing. */
async function isAnyDue(kinds: string[], isDue: (string | number)[]): Promise<boolean> {
  if (kinds.length === 0) return false
  const jobs = db.from('jobs_jobs').whereRaw(IS_DUE, isDue).whereIn('kind', kinds)
  return (await jobs.select('id').first()) !== null
}

const marks = (values: readonly string[]) => values.map(() => '?').join(', ')

function claiming(kinds: string, byKey: boolean, engine: 'sqlite' | 'postgres'): string {
  const key = byKey ? 'and dedupe_key = ?' : ''
  const skip = engine === 'postgres' ? 'for update skip locked' : ''
  return `update jobs_jobs
    set state = 'running', claimed_by = ?, claimed_until = ?, attempts = attempts + 1, version = version + 1
    where id in (select id from jobs_jobs where ${IS_DUE} and kind in (${kinds}) ${key} order by run_at, id limit ? ${skip})
    returning id, kind, payload, attempts, dedupe_key`
}

function claimedBy(worker: string, { dedupe_key: dedupeKey, payload, ...row }: Row): ClaimedJob {
  return { ...row, dedupeKey, payload: JSON.parse(payload) as object, claimedBy: worker }
}

/** Keeps the jobs that a living worker is still at from being taken over. */
export async function renewLeases(worker: string, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await retryingBusy(() =>
    db
      .from('jobs_jobs')
      .where({ claimed_by: worker, state: 'running' })
      .whereIn('id', ids)
      .update({ claimed_until: clock.now() + LEASE_MS })
  )
}
