import { audit } from '#core/audit'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { storeUser, type NewUser } from '#app/accounts/actions/create_user'
import { giveLink } from '#app/accounts/actions/give_link'
import { mailUser } from '#app/accounts/actions/mail_user'
import { normalEmail } from '#app/accounts/domain/email_address'
import { InvitationMail } from '#app/accounts/mails/invitation_mail'
import { User } from '#app/accounts/models/user'

const LINK_MS = 7 * 24 * 3600_000

/** Creates the account of a person who will work here, and mails the link that opens it. */
export async function inviteStaff(
  input: Omit<NewUser, 'kind' | 'password'> & { role: string },
  actor: Actor
): Promise<Result<{ user: User }, 'email_taken'>> {
  const values = { ...input, kind: 'staff' as const, email: normalEmail(input.email) }
  return transaction(async (trx) => {
    const stored = await storeUser(trx, { ...values, password: null }, actor)
    if (stored.ok) await mailInvitation(trx, stored.user, actor)
    return stored
  })
}

/** A new link for somebody who has not come yet; the old one stops working. */
export async function inviteAgain(
  userId: number,
  actor: Actor
): Promise<Result<object, 'has_password'>> {
  return transaction(async (trx) => {
    const user = await User.query({ client: trx }).where('id', userId).forUpdate().firstOrFail()
    if (user.password !== null || user.disabledAt !== null) {
      return { ok: false, reason: 'has_password' }
    }
    await mailInvitation(trx, user, actor)
    return { ok: true }
  })
}

async function mailInvitation(trx: Trx, user: User, actor: Actor): Promise<void> {
  const link = { userId: user.id, purpose: 'invitation', lastsMs: LINK_MS } as const
  const { plain, hash } = await giveLink(trx, link)
  const object = { object: 'accounts.user', objectId: user.id }
  await audit(trx, { actor, action: 'accounts.user_invited', ...object })
  await mailUser(trx, InvitationMail, user, {
    data: { name: user.name, token: plain },
    dedupeKey: `accounts.invitation:${hash}`,
  })
}
