import { defineJob, defineSchedule } from '#core/jobs'
import { purgeEntries } from '#app/audit/actions/purge_entries'

export const Purge = defineJob<object>({ id: 'audit.purge', handle: () => purgeEntries() })

export const purgeNightly = defineSchedule({
  id: 'audit.purge',
  cron: '57 2 * * *',
  job: Purge,
  payload: {},
})
