import hash from '@adonisjs/core/services/hash'
import { audit } from '#core/audit'
import { clock, hashToken, transaction, type Result } from '#core/platform'
import type { PasswordRefusal } from '#app/accounts/domain/passwords'
import { User } from '#app/accounts/models/user'
import { passwordRefusalFor } from '#app/accounts/queries/known_words'
import { userOfLink } from '#app/accounts/queries/user_of_link'

type Chosen = { firstName: string; lastName: string; password: string }
type Refusal = 'link_invalid' | PasswordRefusal

/** An invited person chooses how they are called and a password; of two forms one wins. */
export async function acceptInvitation(
  token: string,
  { password: plain, ...names }: Chosen
): Promise<Result<{ user: User }, Refusal>> {
  const invited = await userOfLink(token, 'invitation')
  if (!invited) return { ok: false, reason: 'link_invalid' }
  const refusal = await passwordRefusalFor({ ...personOf(invited), ...names }, plain)
  if (refusal) return { ok: false, reason: refusal }
  const password = await hash.make(plain)

  return transaction(async (trx) => {
    const now = clock.now()
    const used = await trx
      .from('accounts_tokens')
      .where({ hash: hashToken(token), purpose: 'invitation' })
      .whereNull('used_at')
      .where('expires_at', '>', now)
      .update({ used_at: now })
    const user = await User.query({ client: trx }).where('id', invited.id).forUpdate().first()
    if (Number(used) !== 1 || !user || user.password !== null || user.disabledAt !== null) {
      return { ok: false, reason: 'link_invalid' }
    }
    await user.merge({ ...names, password, version: user.version + 1 }).save()
    await audit(trx, {
      actor: { kind: user.kind, id: user.id },
      action: 'accounts.invitation_accepted',
      object: 'accounts.user',
      objectId: user.id,
    })
    return { ok: true, user }
  })
}

const personOf = ({ kind, email }: User) => ({ kind, email })
