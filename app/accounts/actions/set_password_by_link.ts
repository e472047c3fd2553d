import hash from '@adonisjs/core/services/hash'
import { audit } from '#core/audit'
import { queueMail } from '#core/messaging'
import { clock, hashToken, transaction, type Actor, type Result, type Trx } from '#core/platform'
import type { PasswordRefusal } from '#app/accounts/domain/passwords'
import { PasswordChangedMail } from '#app/accounts/mails/password_changed_mail'
import type { User } from '#app/accounts/models/user'
import { forgetFailures } from '#app/accounts/queries/failures'
import { passwordRefusalFor } from '#app/accounts/queries/known_words'
import { endSessionsOf } from '#app/accounts/queries/sessions'
import { userOfLink } from '#app/accounts/queries/user_of_link'

type Refusal = 'link_invalid' | PasswordRefusal

/** Sets the password for which a link was mailed (H8), ends all sessions and says so by mail. */
export async function setPasswordByLink(
  token: string,
  password: string
): Promise<Result<{ user: User }, Refusal>> {
  const user = await userOfLink(token)
  if (!user) return { ok: false, reason: 'link_invalid' }
  const refusal = await passwordRefusalFor(user, password)
  if (refusal) return { ok: false, reason: refusal }
  user.password = await hash.make(password)

  return transaction(async (trx) => {
    if (!(await useUp(trx, token))) return { ok: false, reason: 'link_invalid' }
    user.version++
    await user.useTransaction(trx).save()
    await endSessionsOf(trx, user.id)
    await forgetFailures(trx, user.email)
    await recordChange(trx, user)
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

async function recordChange(trx: Trx, user: User): Promise<void> {
  const actor: Actor = { kind: user.kind, id: user.id }
  await audit(trx, {
    actor,
    action: 'accounts.password_changed',
    object: 'accounts.user',
    objectId: user.id,
  })
  await queueMail(trx, PasswordChangedMail, {
    to: user.email,
    toName: user.name,
    locale: user.locale,
    data: { name: user.name },
    dedupeKey: `accounts.password_changed:${user.id}:${user.version}`,
    about: { object: 'accounts.user', id: user.id },
  })
}
