import { defineJob } from '#core/jobs'
import { clock, secretToken, transaction, type Trx } from '#core/platform'
import { mailUser } from '#app/accounts/actions/mail_user'
import { AddressTakenMail } from '#app/accounts/mails/address_taken_mail'
import { EmailChangeLinkMail } from '#app/accounts/mails/email_change_link_mail'
import { tellOfEmailChange } from '#app/accounts/actions/tell_of_email_change'
import { User } from '#app/accounts/models/user'

const LINK_MINUTES = 30

type Row = { id: number; user_id: number; email: string }

/**
 * Mails the link to the new address, or, where that has an account, tells its owner; the earlier
 * address learns in any case that somebody wants to leave it.
 */
export const AnswerEmailChange = defineJob<{ changeId: number }>({
  id: 'accounts.answer_email_change',
  async handle({ changeId }) {
    await transaction(async (trx) => {
      const row: Row | null = await trx
        .from('accounts_email_changes')
        .where('id', changeId)
        .whereNull('hash')
        .forUpdate()
        .first()
      if (!row) return
      const user = await User.query({ client: trx }).where('id', row.user_id).firstOrFail()
      const other = await User.query({ client: trx }).where('email', row.email).first()
      if (other) await tellOfAttempt(trx, other, row)
      else await mailLink(trx, user, row)
      await tellOfEmailChange(trx, user, { news: 'asked', to: user.email, changeId })
    })
  },
})

/** A shut account gets no mail: whoever shut it answers for it. */
async function tellOfAttempt(trx: Trx, other: User, { id }: Row): Promise<void> {
  await trx.from('accounts_email_changes').where({ id }).delete()
  if (other.disabledAt !== null) return
  await mailUser(trx, AddressTakenMail, other, {
    data: { name: other.name },
    dedupeKey: `accounts.address_taken:${id}`,
  })
}

async function mailLink(trx: Trx, user: User, { id, email }: Row): Promise<void> {
  const { plain, hash } = secretToken()
  const expires_at = clock.now() + LINK_MINUTES * 60_000
  await trx.from('accounts_email_changes').where({ id }).update({ hash, expires_at })
  await mailUser(trx, EmailChangeLinkMail, user, {
    to: email,
    data: { name: user.name, token: plain },
    dedupeKey: `accounts.email_change_link:${id}`,
  })
}
