import { audit } from '#core/audit'
import { clock, transaction, type Actor, type Result, type Trx } from '#core/platform'
import type { Job } from '#app/jobs/models/job'
import { wakeWorkers } from '#app/jobs/wake'

/**
 * Staff send a failed job on its way again, or a waiting one at once, with a fresh series of
 * attempts. Refused while it runs, when it is done, and when another one waits under its key.
 */
export async function runAgain(job: Job, actor: Actor): Promise<Result<object, 'not_runnable'>> {
  return transaction(async (trx) => {
    if (!(await waitsAgain(trx, job))) return { ok: false, reason: 'not_runnable' }
    await audit(trx, { actor, action: 'jobs.run_again', object: 'jobs.job', objectId: job.id })
    trx.after('commit', wakeWorkers)
    return { ok: true }
  })
}

async function waitsAgain(trx: Trx, { id, kind, dedupeKey, version }: Job): Promise<boolean> {
  const rivals = trx
    .from('jobs_jobs as other')
    .where({ 'other.state': 'waiting', 'other.kind': kind, 'other.dedupe_key': dedupeKey ?? '' })
    .whereNot('other.id', id)
  const changed = await trx
    .from('jobs_jobs')
    .where({ id, version })
    .whereIn('state', ['failed', 'waiting'])
    .whereNotExists(rivals.select('other.id'))
    .update({
      state: 'waiting',
      run_at: clock.now(),
      attempts: 0,
      finished_at: null,
      version: version + 1,
    })
  return Number(changed) === 1
}
