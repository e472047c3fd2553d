import db from '@adonisjs/lucid/services/db'
import { clock, hashToken } from '#core/platform'

type OpenEmailChange = { id: number; email: string }

/** The change for which a mailed link is valid now, for the person who asked for it alone. */
export async function emailChangeOfLink(
  token: string,
  userId: number
): Promise<OpenEmailChange | null> {
  const row = await db
    .from('accounts_email_changes')
    .where({ hash: hashToken(token), user_id: userId })
    .where('expires_at', '>', clock.now())
    .first()
  return row ? { id: row.id, email: row.email } : null
}
