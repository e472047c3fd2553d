import { defineJob, defineSchedule } from '#core/jobs'
import { clock, writeRows } from '#core/platform'

const KEEP_MS = 30 * 86_400_000

/** What was done stands in the trail; how it went is of no use a month later. */
export const PurgeRuns = defineJob<object>({
  id: 'admin.purge_runs',
  async handle() {
    const until = clock.now() - KEEP_MS
    await writeRows('delete from admin_action_runs where created_at < ? returning id', [until])
  },
})

export const purgeRunsNightly = defineSchedule({
  id: 'admin.purge_runs',
  cron: '37 2 * * *',
  job: PurgeRuns,
  payload: {},
})
