import { defineJob, defineSchedule } from '#core/jobs'
import { clock, writeRows } from '#core/platform'

const DAY = 86_400_000
const KEEP_MS = 30 * DAY
/** Files are saved at once, name people, and are as many as the records. */
const KEEP_FILES_MS = DAY

/** What was done stands in the trail; how it went is of no use a month later. */
export const PurgeRuns = defineJob<object>({
  id: 'admin.purge_runs',
  async handle() {
    const now = clock.now()
    await writeRows(
      `delete from admin_run_files
         where run_id in (select id from admin_action_runs where created_at < ?) returning id`,
      [now - KEEP_FILES_MS]
    )
    await writeRows('delete from admin_action_runs where created_at < ? returning id', [
      now - KEEP_MS,
    ])
  },
})

export const purgeRunsNightly = defineSchedule({
  id: 'admin.purge_runs',
  cron: '37 2 * * *',
  job: PurgeRuns,
  payload: {},
})
