import { randomBytes } from 'node:crypto'
import hash from '@adonisjs/core/services/hash'
import { SYSTEM, transaction, type Result } from '#core/platform'
import { replacePassword } from '#app/accounts/actions/replace_password'
import { normalEmail } from '#app/accounts/domain/email_address'
import { readablePassword } from '#app/accounts/domain/random_password'
import { User } from '#app/accounts/models/user'

/**
 * For whoever runs the server: gives an account a random password, known only now. The way in
 * where no mail goes out, since a link that sets a password is readable nowhere in the panel.
 */
export async function giveRandomPassword(
  email: string
): Promise<Result<{ user: User; password: string }, 'unknown' | 'disabled'>> {
  const plain = readablePassword(randomBytes(20))
  const password = await hash.make(plain)
  return transaction(async (trx) => {
    const user = await User.query({ client: trx })
      .where('email', normalEmail(email))
      .forUpdate()
      .first()
    if (!user) return { ok: false, reason: 'unknown' }
    if (user.disabledAt !== null) return { ok: false, reason: 'disabled' }
    await replacePassword(trx, user, { password, actor: SYSTEM })
    return { ok: true, user, password: plain }
  })
}
