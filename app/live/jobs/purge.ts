import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/platform'
import { defineJob, defineSchedule } from '#core/jobs'

const KEEP_MS = 15 * 60_000

/** Messages are read within half a second; a quarter of an hour is for a process that hung. */
export const Purge = defineJob<object>({
  id: 'live.purge',
  async handle() {
    await db
      .from('live_messages')
      .where('created_at', '<', clock.now() - KEEP_MS)
      .delete()
  },
})

export const purgeOften = defineSchedule({
  id: 'live.purge',
  cron: '*/15 * * * *',
  job: Purge,
  payload: {},
})
