import { audit } from '#core/audit'
import type { Actor, Trx } from '#core/platform'
import { mailUser } from '#app/accounts/actions/mail_user'
import { PasswordChangedMail } from '#app/accounts/mails/password_changed_mail'
import type { User } from '#app/accounts/models/user'
import { forgetFailures } from '#app/accounts/queries/failures'
import { endSessionsOf } from '#app/accounts/queries/sessions'

/**
 * Puts another password in place: every session and every link that is still open ends with the
 * old one, and the person is told by mail.
 * @param password its hash
 */
export async function replacePassword(
  trx: Trx,
  user: User,
  { password, actor }: { password: string; actor: Actor }
): Promise<void> {
  user.merge({ password, version: user.version + 1 })
  await user.useTransaction(trx).save()
  await endSessionsOf(trx, user.id)
  await trx.from('accounts_tokens').where({ user_id: user.id, purpose: 'password' }).delete()
  await trx.from('accounts_email_changes').where({ user_id: user.id }).delete()
  await forgetFailures(trx, user.email)
  const object = { object: 'accounts.user', objectId: user.id }
  await audit(trx, { actor, action: 'accounts.password_changed', ...object })
  await mailUser(trx, PasswordChangedMail, user, {
    data: { name: user.name },
    dedupeKey: `accounts.password_changed:${user.id}:${user.version}`,
  })
}
