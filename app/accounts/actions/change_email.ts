import { audit } from '#core/audit'
import { joinRecords, replaceEmail } from '#core/customers'
import { isUniqueViolation, transaction, type Result, type Trx } from '#core/platform'
import { tellOfEmailChange } from '#app/accounts/actions/tell_of_email_change'
import { User } from '#app/accounts/models/user'
import { emailChangeOfLink } from '#app/accounts/queries/email_change_of_link'
import { forgetFailures } from '#app/accounts/queries/failures'
import { endSessionsOf } from '#app/accounts/queries/sessions'

type Change = Result<{ user: User }, 'link_invalid' | 'taken'>

/**
 * Moves an account to the address whose mailbox was proven by the link. Every session ends, and
 * every link that went to the earlier address; of two people who want one address, one gets it.
 */
export async function changeEmail(userId: number, token: string): Promise<Change> {
  const change = await emailChangeOfLink(token, userId)
  if (!change) return { ok: false, reason: 'link_invalid' }
  try {
    return await transaction((trx) => move(trx, userId, change))
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return { ok: false, reason: 'taken' }
  }
}

async function move(
  trx: Trx,
  userId: number,
  { id: changeId, email }: { id: number; email: string }
): Promise<Change> {
  const used = await trx.from('accounts_email_changes').where('id', changeId).delete()
  const user = await User.query({ client: trx }).where('id', userId).forUpdate().firstOrFail()
  if (Number(used) !== 1 || user.disabledAt !== null) return { ok: false, reason: 'link_invalid' }
  if (await User.query({ client: trx }).where({ email }).first()) {
    return { ok: false, reason: 'taken' }
  }
  const from = user.email
  await user.merge({ email, version: user.version + 1 }).save()
  const actor = { kind: user.kind, id: userId }
  await audit(trx, {
    actor,
    action: 'accounts.email_changed',
    object: 'accounts.user',
    objectId: userId,
    changes: { email: [from, email] },
  })
  if (!user.isStaff) {
    await replaceEmail(trx, { userId, from, to: email, actor })
    await joinRecords(trx, { userId, email, actor })
  }
  await endSessionsOf(trx, userId)
  await trx.from('accounts_tokens').where({ user_id: userId, purpose: 'password' }).delete()
  await forgetFailures(trx, from)
  await tellOfEmailChange(trx, user, { news: 'changed', to: from, changeId })
  return { ok: true, user }
}
