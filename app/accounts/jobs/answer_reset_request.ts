import { defineJob } from '#core/jobs'
import { queueMail } from '#core/messaging'
import { clock, secretToken, transaction, type Trx } from '#core/platform'
import { ResetLinkMail } from '#app/accounts/mails/reset_link_mail'
import { User } from '#app/accounts/models/user'

const LINK_MINUTES = 30

/** Mails a one-use link when the address has an account; forgets the request in any case. */
export const AnswerResetRequest = defineJob<{ requestId: number }>({
  id: 'accounts.answer_reset_request',
  async handle({ requestId }) {
    await transaction(async (trx) => {
      const request = await trx.from('accounts_reset_requests').where('id', requestId).first()
      if (!request) return
      await trx.from('accounts_reset_requests').where('id', requestId).delete()
      const user = await User.query({ client: trx })
        .where('email', request.email)
        .whereNull('disabled_at')
        .first()
      if (user) await mailLink(trx, user, requestId)
    })
  },
})

/** Only the newest link works: an older one may lie in a mailbox that others read. */
async function mailLink(trx: Trx, user: User, requestId: number): Promise<void> {
  const { plain, hash } = secretToken()
  const now = clock.now()
  await trx.from('accounts_tokens').where({ user_id: user.id, purpose: 'password' }).delete()
  await trx
    .insertQuery()
    .table('accounts_tokens')
    .insert({
      user_id: user.id,
      purpose: 'password',
      hash,
      created_at: now,
      expires_at: now + LINK_MINUTES * 60_000,
    })
  await queueMail(trx, ResetLinkMail, {
    to: user.email,
    toName: user.name,
    locale: user.locale,
    data: { name: user.name, token: plain },
    dedupeKey: `accounts.reset_link:${requestId}`,
    about: { object: 'accounts.user', id: user.id },
  })
}
