import db from '@adonisjs/lucid/services/db'
import { defineJob, defineSchedule } from '#core/jobs'
import { clock } from '#core/platform'

const HOUR = 3_600_000
/** How long a second submit of a form still gets the first answer. */
const ANSWERS_KEPT = 48 * HOUR

/** Deletes counters that have run out, used captchas and old answers of forms. */
export const Sweep = defineJob({
  id: 'web.sweep',
  async handle() {
    const now = clock.now()
    await db.from('web_limits').where('ends_at', '<=', now).delete()
    // One more hour, so that a clock set back cannot make a used proof fresh again.
    await db
      .from('web_used_captchas')
      .where('expires_at', '<=', now - HOUR)
      .delete()
    await db
      .from('web_form_answers')
      .where('created_at', '<=', now - ANSWERS_KEPT)
      .delete()
  },
})

export const sweepHourly = defineSchedule({
  id: 'web.sweep',
  cron: '17 * * * *',
  job: Sweep,
  payload: {},
})
