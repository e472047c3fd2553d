import db from '@adonisjs/lucid/services/db'
import { clock, hashToken } from '#core/platform'
import { User } from '#app/accounts/models/user'

export type LinkPurpose = 'password' | 'invitation'

/**
 * The user for whom a mailed link is valid now; null for a wrong, used or expired one. An
 * invitation ends with the first password, however that was chosen.
 */
export async function userOfLink(
  token: string,
  purpose: LinkPurpose = 'password'
): Promise<User | null> {
  const row = await db
    .from('accounts_tokens')
    .where({ hash: hashToken(token), purpose })
    .whereNull('used_at')
    .where('expires_at', '>', clock.now())
    .first()
  if (!row) return null
  const user = await User.query().where('id', row.user_id).whereNull('disabled_at').first()
  return purpose === 'invitation' && user?.password ? null : user
}
