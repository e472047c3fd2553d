import db from '@adonisjs/lucid/services/db'
import { defineJob, defineSchedule } from '#core/jobs'
import { clock } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { countingZone } from '#app/statistics/queries/zone'

const DAY = 86_400_000
/** Two whole years and the month that is running, to compare with. */
const KEPT_DAYS = 761
/** A process may still hold views of the minutes before midnight. */
const LATE_MS = 3_600_000

/** Forgets how visitors of past days were told apart, and sums that nobody compares with any more. */
export const Purge = defineJob<object>({
  id: 'statistics.purge',
  async handle() {
    const zone = await countingZone()
    const today = localDateOf(zone, clock.now() - LATE_MS)
    for (const table of ['statistics_visitors', 'statistics_salts'])
      await db.from(table).where('day', '<', today).delete()
    const oldest = localDateOf(zone, clock.now() - KEPT_DAYS * DAY)
    await db.from('statistics_counts').where('day', '<', oldest).delete()
  },
})

export const purgeHourly = defineSchedule({
  id: 'statistics.purge',
  cron: '47 * * * *',
  job: Purge,
  payload: {},
})
