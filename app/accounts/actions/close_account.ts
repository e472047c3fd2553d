import { audit } from '#core/audit'
import { releaseRecords } from '#core/customers'
import { queueMail } from '#core/messaging'
import { clock, transaction } from '#core/platform'
import { AccountClosedMail } from '#app/accounts/mails/account_closed_mail'
import type { User } from '#app/accounts/models/user'
import { endSessionsOf } from '#app/accounts/queries/sessions'

/**
 * A customer leaves: name, address and password of the account go, and nobody signs in with it
 * again. What was done for them stays, without the account, as long as it must be kept.
 */
export async function closeAccount(user: User): Promise<void> {
  const { email, name, locale, id } = user
  const actor = { kind: user.kind, id }
  await transaction(async (trx) => {
    user.merge({
      ...{ firstName: '', lastName: '', password: null, disabledAt: clock.now() },
      // Of its own, since an address stands for one account alone.
      email: `${user.publicId}@left.invalid`.toLowerCase(),
      version: user.version + 1,
    })
    await user.useTransaction(trx).save()
    await releaseRecords(trx, { userId: id, actor })
    await endSessionsOf(trx, id)
    await trx.from('accounts_tokens').where({ user_id: id }).delete()
    await trx.from('accounts_email_changes').where({ user_id: id }).delete()
    await audit(trx, { actor, action: 'accounts.left', object: 'accounts.user', objectId: id })
    await queueMail(trx, AccountClosedMail, {
      to: email,
      toName: name,
      locale,
      data: { name },
      dedupeKey: `accounts.account_closed:${id}`,
    })
  })
}
