import { clock, randomId, rows, type Trx } from '#core/platform'
import { ownerOf, type JobType } from '#app/jobs/definitions'
import { wakeWorkers } from '#app/jobs/wake'

export type EnqueueOptions = {
  /** Epoch milliseconds; now when left out. */
  runAt?: number
  /**
   * While a job of this kind waits under this key, another enqueue adds none: the waiting one
   * keeps its payload and takes the earlier `runAt`. A job that runs holds no key, since it may
   * have read what has just changed.
   */
  dedupeKey?: string
}

const INSERT = `
  insert into jobs_jobs (public_id, kind, owner, payload, dedupe_key, state, run_at, attempts, created_at, version)
  values (?, ?, ?, ?, nullif(?, ''), 'waiting', ?, 0, ?, 1)
  on conflict (kind, dedupe_key) where state = 'waiting' do update
  set run_at = case when excluded.run_at < jobs_jobs.run_at then excluded.run_at else jobs_jobs.run_at end`

/** Writes a job into the caller's transaction: it runs if, and only if, the business commits. */
export async function enqueue<P extends object>(
  trx: Trx,
  job: Pick<JobType<P>, 'id'>,
  payload: P,
  options: EnqueueOptions = {}
): Promise<void> {
  const now = clock.now()
  await rows(trx, INSERT, [
    randomId(),
    job.id,
    ownerOf(job.id),
    JSON.stringify(payload),
    options.dedupeKey ?? '',
    options.runAt ?? now,
    now,
  ])
  trx.after('commit', wakeWorkers)
}
