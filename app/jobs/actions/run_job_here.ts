import logger from '@adonisjs/core/services/logger'
import { errorRecord, randomId } from '#core/platform'
import { claimJobs, LEASE_MS, renewLeases } from '#app/jobs/actions/claim_jobs'
import { runJob, type JobOutcome } from '#app/jobs/actions/run_job'
import { handlers } from '#app/jobs/queries/handlers'

/**
 * Runs the job under this key in this process, for a command that would else wait for a worker.
 * Null while a worker has it or its time has not come; when this process dies a worker takes it.
 */
export async function runJobHere(
  { id: kind }: { id: string },
  dedupeKey: string
): Promise<JobOutcome | null> {
  const definition = (await handlers()).get(kind)
  if (!definition) return null
  const me = `here-${randomId()}`
  const [job] = await claimJobs(me, [kind], 1, dedupeKey)
  if (!job) return null
  const beat = setInterval(() => void keep(me, job.id), LEASE_MS / 3)
  try {
    return await runJob(job, definition)
  } finally {
    clearInterval(beat)
  }
}

async function keep(me: string, id: number): Promise<void> {
  try {
    await renewLeases(me, [id])
  } catch (error) {
    logger.error({ error: errorRecord(error), job: id }, 'The lease of a job was not renewed')
  }
}
