import { randomId } from '#core/platform'
import { claimJobs } from '#app/jobs/actions/claim_jobs'
import { runJob, type JobOutcome } from '#app/jobs/actions/run_job'
import { handlers } from '#app/jobs/queries/handlers'

/**
 * Runs everything that is due now, one job after the other, also what these jobs enqueue, and
 * counts the outcomes. For tests and commands; a server has its worker.
 */
export async function runDueJobs(): Promise<Record<JobOutcome, number>> {
  const outcomes = { done: 0, retried: 0, failed: 0, lost: 0 }
  const runnable = await handlers()
  const worker = `once-${randomId()}`
  for (;;) {
    const [job] = await claimJobs(worker, [...runnable.keys()], 1)
    if (!job) return outcomes
    outcomes[await runJob(job, runnable.get(job.kind)!)]++
  }
}
