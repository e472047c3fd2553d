import { purgeJobs } from '#app/jobs/actions/purge_jobs'
import { defineJob, defineSchedule } from '#app/jobs/definitions'

export const Purge = defineJob<object>({ id: 'jobs.purge', handle: () => purgeJobs() })

export const purgeNightly = defineSchedule({
  id: 'jobs.purge',
  cron: '17 2 * * *',
  job: Purge,
  payload: {},
})
