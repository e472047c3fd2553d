import hash from '@adonisjs/core/services/hash'
import { clock, hashToken, transaction, type Result, type Trx } from '#core/platform'
import { replacePassword } from '#app/accounts/actions/replace_password'
import type { PasswordRefusal } from '#app/accounts/domain/passwords'
import type { User } from '#app/accounts/models/user'
import { passwordRefusalFor } from '#app/accounts/queries/known_words'
import { userOfLink } from '#app/accounts/queries/user_of_link'

type Refusal = 'link_invalid' | PasswordRefusal

/** Sets the password for which a link was mailed (H8), ends all sessions and says so by mail. */
export async function setPasswordByLink(
  token: string,
  plain: string
): Promise<Result<{ user: User }, Refusal>> {
  const user = await userOfLink(token)
  if (!user) return { ok: false, reason: 'link_invalid' }
  const refusal = await passwordRefusalFor(user, plain)
  if (refusal) return { ok: false, reason: refusal }
  const password = await hash.make(plain)

  return transaction(async (trx) => {
    if (!(await useUp(trx, token))) return { ok: false, reason: 'link_invalid' }
    await replacePassword(trx, user, { password, actor: { kind: user.kind, id: user.id } })
    return { ok: true, user }
  })
}

/** True for exactly one of any number of forms sent with the same link. */
async function useUp(trx: Trx, token: string): Promise<boolean> {
  const now = clock.now()
  const used = await trx
    .from('accounts_tokens')
    .where({ hash: hashToken(token), purpose: 'password' })
    .whereNull('used_at')
    .where('expires_at', '>', now)
    .update({ used_at: now })
  return Number(used) === 1
}
