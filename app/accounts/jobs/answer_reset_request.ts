import { defineJob } from '#core/jobs'
import { transaction, type Trx } from '#core/platform'
import { giveLink } from '#app/accounts/actions/give_link'
import { mailUser } from '#app/accounts/actions/mail_user'
import { ResetLinkMail } from '#app/accounts/mails/reset_link_mail'
import { User } from '#app/accounts/models/user'

const LINK_MS = 30 * 60_000

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

async function mailLink(trx: Trx, user: User, requestId: number): Promise<void> {
  const link = { userId: user.id, purpose: 'password', lastsMs: LINK_MS } as const
  const { plain } = await giveLink(trx, link)
  await mailUser(trx, ResetLinkMail, user, {
    data: { name: user.name, token: plain },
    dedupeKey: `accounts.reset_link:${requestId}`,
  })
}
