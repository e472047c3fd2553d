import logger from '@adonisjs/core/services/logger'
import { clock, errorRecord, transaction, type Trx } from '#core/platform'
import type { ClaimedJob } from '#app/jobs/actions/claim_jobs'
import type { JobDefinition } from '#app/jobs/definitions'
import { errorText } from '#app/jobs/domain/error_text'
import { retryDelay } from '#app/jobs/domain/retry_delays'
import { persistently } from '#app/jobs/persistently'

export type JobOutcome = 'done' | 'retried' | 'failed' | 'lost'

const own = (trx: Trx, job: ClaimedJob) =>
  trx.from('jobs_jobs').where({ id: job.id, state: 'running', claimed_by: job.claimedBy })

async function markDone(job: ClaimedJob): Promise<JobOutcome> {
  const marked = await transaction((trx) =>
    own(trx, job).update({
      state: 'done',
      finished_at: clock.now(),
      claimed_by: null,
      claimed_until: null,
    })
  )
  return Number(marked) === 1 ? 'done' : 'lost'
}

/** Another job waits under the same key: it will do the work of this one's retry. */
async function hasSuccessor(trx: Trx, job: ClaimedJob): Promise<boolean> {
  if (job.dedupeKey === null) return false
  const key = { kind: job.kind, dedupe_key: job.dedupeKey, state: 'waiting' }
  return (await trx.from('jobs_jobs').where(key).select('id').first()) !== null
}

async function markFailedAttempt(job: ClaimedJob, reason: string): Promise<JobOutcome> {
  const now = clock.now()
  const delay = retryDelay(job.attempts)
  return transaction(async (trx) => {
    const state = (await hasSuccessor(trx, job))
      ? 'superseded'
      : delay === null
        ? 'failed'
        : 'waiting'
    const marked = await own(trx, job).update({
      state,
      run_at: now + (delay ?? 0),
      finished_at: state === 'waiting' ? null : now,
      last_error: reason,
      claimed_by: null,
      claimed_until: null,
    })
    if (Number(marked) !== 1) return 'lost'
    return state === 'failed' ? 'failed' : 'retried'
  })
}

/**
 * When the database stays away the row keeps its lease and the job runs again later: at least
 * once, never silently zero times.
 */
async function insist(job: ClaimedJob, mark: () => Promise<JobOutcome>): Promise<JobOutcome> {
  try {
    return await persistently(mark)
  } catch (error) {
    logger.error(
      { error: errorRecord(error), job: job.id, kind: job.kind },
      'The outcome of a job was not stored'
    )
    return 'lost'
  }
}

/** Runs a claimed job and stores what became of it. Never throws. */
export async function runJob(job: ClaimedJob, definition: JobDefinition): Promise<JobOutcome> {
  try {
    await definition.handle(job.payload as never, { attempt: job.attempts })
  } catch (error) {
    const reason = errorText(error)
    const failed = { job: job.id, kind: job.kind, attempt: job.attempts }
    logger.warn({ ...failed, error: errorRecord(error) }, 'A job failed')
    const outcome = await insist(job, () => markFailedAttempt(job, reason))
    if (outcome === 'failed') await abandon(job, definition, reason)
    return outcome
  }
  return insist(job, () => markDone(job))
}

async function abandon(job: ClaimedJob, definition: JobDefinition, reason: string): Promise<void> {
  try {
    await definition.abandoned?.(job.payload as never, reason)
  } catch (error) {
    logger.error(
      { error: errorRecord(error), job: job.id, kind: job.kind },
      'Giving up a job failed'
    )
  }
}
