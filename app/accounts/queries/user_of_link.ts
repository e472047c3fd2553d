import db from '@adonisjs/lucid/services/db'
import { clock, hashToken } from '#core/platform'
import { User } from '#app/accounts/models/user'

/** The user for whom a mailed link is valid now; null for a wrong, used or expired one. */
export async function userOfLink(token: string): Promise<User | null> {
  const row = await db
    .from('accounts_tokens')
    .where({ hash: hashToken(token), purpose: 'password' })
    .whereNull('used_at')
    .where('expires_at', '>', clock.now())
    .first()
  if (!row) return null
  return User.query().where('id', row.user_id).whereNull('disabled_at').first()
}
