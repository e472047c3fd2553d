import db from '@adonisjs/lucid/services/db'
import { defineJob, defineSchedule } from '#core/jobs'
import { clock } from '#core/platform'

const HOUR = 3_600_000

/** Deletes codes that nobody typed; for a while their devices still say that they have expired. */
export const Purge = defineJob<object>({
  id: 'devices.purge',
  async handle() {
    await db
      .from('devices_pairings')
      .where('expires_at', '<=', clock.now() - HOUR)
      .delete()
  },
})

export const purgeHourly = defineSchedule({
  id: 'devices.purge',
  cron: '23 * * * *',
  job: Purge,
  payload: {},
})
