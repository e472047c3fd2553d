import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/platform'
import type { HealthCheck } from '#core/web'

const RECENT_MS = 24 * 60 * 60_000
const MANY_ATTEMPTS = 3

/** The banner of the panel: a mail tried three times in vain, or refused within the last day. */
export const mailGoesOut: HealthCheck = {
  id: 'messaging.delivery',
  async check() {
    const [{ total }] = await db
      .from('messaging_mails')
      .where((late) =>
        late.whereIn('state', ['queued', 'sending']).where('attempts', '>=', MANY_ATTEMPTS)
      )
      .orWhere((failed) =>
        failed.where('state', 'failed').where('created_at', '>', clock.now() - RECENT_MS)
      )
      .count('* as total')
    const stuck = Number(total)
    return stuck === 0 ? { ok: true } : { ok: false, detail: `${stuck} mails did not go out` }
  },
}
