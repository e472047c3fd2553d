import db from '@adonisjs/lucid/services/db'
import { defineJob, defineSchedule } from '#core/jobs'
import { clock } from '#core/platform'
import { KEPT_DAYS } from '#app/consent/domain/log_guards'

const DAY = 86_400_000

/** Deletes choices that have had their time; a day late, since the database's own clock decides. */
export const Purge = defineJob<object>({
  id: 'consent.purge',
  async handle() {
    const before = clock.now() - (KEPT_DAYS + 1) * DAY
    for (const table of ['consent_choices', 'consent_account_choices'])
      await db.from(table).where('at', '<', before).delete()
  },
})

export const purgeNightly = defineSchedule({
  id: 'consent.purge',
  cron: '41 3 * * *',
  job: Purge,
  payload: {},
})
