import db from '@adonisjs/lucid/services/db'
import type { HealthCheck } from '#core/web'
import { guardsPresent } from '#app/scheduling/queries/guards'

/** Without the database's own refusal of overlaps nothing may be booked. */
export const overlapsAreRefused: HealthCheck = {
  id: 'scheduling.guards',
  async check() {
    return (await guardsPresent(db.connection()))
      ? { ok: true }
      : { ok: false, detail: 'the database lacks guards of reservations and places' }
  },
}
