import { audit } from '#core/audit'
import { clock, transaction, type Actor, type Result } from '#core/platform'
import type { Job } from '#app/jobs/models/job'
import { wakeWorkers } from '#app/jobs/wake'

/**
 * Staff send a failed job on its way again, or a waiting one at once, with a fresh series of
 * attempts. Refused while it runs, when it is done, and when another one waits under its key.
 */
export async function runAgain(job: Job, actor: Actor): Promise<Result<object, 'not_runnable'>> {
  const outcome = await transaction(async (trx) => {
    const rivals = trx
      .from('jobs_jobs as other')
      .where('other.state', 'waiting')
      .where('other.kind', job.kind)
    const changed = await trx
      .from('jobs_jobs')
      .where({ id: job.id, version: job.version })
      .whereIn('state', ['failed', 'waiting'])
      .whereNotExists(
        rivals
          .where('other.dedupe_key', job.dedupeKey ?? '')
          .whereNot('other.id', job.id)
          .select('other.id')
      )
      .update({
        state: 'waiting',
        run_at: clock.now(),
        attempts: 0,
        finished_at: null,
        version: job.version + 1,
      })
    if (Number(changed) !== 1) return false
    await audit(trx, { actor, action: 'jobs.run_again', object: 'jobs.job', objectId: job.id })
    trx.after('commit', wakeWorkers)
    return true
  })
  return outcome ? { ok: true } : { ok: false, reason: 'not_runnable' }
}
