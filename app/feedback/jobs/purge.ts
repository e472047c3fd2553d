import db from '@adonisjs/lucid/services/db'
import { defineJob, defineSchedule } from '#core/jobs'
import { clock } from '#core/platform'
import { setting } from '#core/settings'
import { keepDays } from '#app/feedback/settings'

const DAY = 86_400_000

export const Purge = defineJob<object>({
  id: 'feedback.purge',
  async handle() {
    const before = clock.now() - (await setting(keepDays)) * DAY
    await db.from('feedback_reports').where('created_at', '<', before).delete()
  },
})

export const purgeNightly = defineSchedule({
  id: 'feedback.purge',
  cron: '47 2 * * *',
  job: Purge,
  payload: {},
})
