import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/platform'

const DAY = 86_400_000
const KEEP_DONE = 3 * DAY
const KEEP_FAILED = 90 * DAY
const KEEP_RUNS = 7 * DAY

/** Deletes what nobody will look at again: done jobs, very old failures, runs of schedules. */
export async function purgeJobs(): Promise<void> {
  const now = clock.now()
  await db
    .from('jobs_jobs')
    .whereIn('state', ['done', 'superseded'])
    .where('finished_at', '<', now - KEEP_DONE)
    .delete()
  await db
    .from('jobs_jobs')
    .where('state', 'failed')
    .where('finished_at', '<', now - KEEP_FAILED)
    .delete()
  // The youngest run of each schedule stays, or a monthly one would run again.
  await db.rawQuery(
    `delete from jobs_schedule_runs where run_at < ? and run_at < (
       select max(younger.run_at) from jobs_schedule_runs younger
       where younger.schedule = jobs_schedule_runs.schedule)`,
    [now - KEEP_RUNS]
  )
  await db
    .from('jobs_workers')
    .where('seen_at', '<', now - DAY)
    .delete()
}
