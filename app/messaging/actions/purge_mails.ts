import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/platform'
import { setting } from '#core/settings'
import { mailDefinitions } from '#app/messaging/queries/mail_definitions'
import { keepDays } from '#app/messaging/settings'

const DAY = 86_400_000
/** Within these the last attempt to deliver a mail is over: docs/domain/jobs.md. */
const ATTEMPTS = 2 * DAY

/**
 * Deletes mails after the days that the operator set; secrets that were never sent go after one,
 * or once nobody tries to deliver them any longer.
 */
export async function purgeMails(): Promise<void> {
  const now = clock.now()
  await db
    .from('messaging_mails')
    .where('created_at', '<', now - (await setting(keepDays)) * DAY)
    .delete()
  const confidential = mailDefinitions().filter((mail) => mail.confidential)
  await db
    .from('messaging_mails')
    .whereIn(
      'template',
      confidential.map((mail) => mail.id)
    )
    .where('created_at', '<', now - DAY)
    .where((query) =>
      query.whereNotIn('state', ['queued', 'sending']).orWhere('created_at', '<', now - ATTEMPTS)
    )
    .update({ data: '{}' })
}
