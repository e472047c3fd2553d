import { defineJob, defineSchedule } from '#core/jobs'
import { purgeMails } from '#app/messaging/actions/purge_mails'

export const Purge = defineJob<object>({ id: 'messaging.purge', handle: () => purgeMails() })

export const purgeNightly = defineSchedule({
  id: 'messaging.purge',
  cron: '37 2 * * *',
  job: Purge,
  payload: {},
})
