import { defineJob } from '#core/jobs'
import { queueMail } from '#core/messaging'
import type { Locale } from '#core/organisation'
import { clock, secretToken, transaction, type Trx } from '#core/platform'
import { mailUser } from '#app/accounts/actions/mail_user'
import { RegisteredBeforeMail } from '#app/accounts/mails/registered_before_mail'
import { RegistrationLinkMail } from '#app/accounts/mails/registration_link_mail'
import { User } from '#app/accounts/models/user'

const LINK_MINUTES = 30

type Row = { id: number; email: string; first_name: string; last_name: string; locale: Locale }
type Answered = Row & { next: string | null }

/** Mails the link that makes the account, or, to an address that has one, the way into it. */
export const AnswerRegistration = defineJob<{ registrationId: number; next?: string | null }>({
  id: 'accounts.answer_registration',
  async handle({ registrationId, next = null }) {
    await transaction(async (trx) => {
      const row: Row | null = await trx
        .from('accounts_registrations')
        .where('id', registrationId)
        .whereNull('hash')
        .forUpdate()
        .first()
      if (!row) return
      const user = await User.query({ client: trx }).where('email', row.email).first()
      if (user) await tellOfAccount(trx, user, { ...row, next })
      else await mailLink(trx, { ...row, next })
    })
  },
})

/** A shut account gets no mail: whoever shut it answers for it. */
async function tellOfAccount(trx: Trx, user: User, { id, next }: Answered): Promise<void> {
  await trx.from('accounts_registrations').where({ id }).delete()
  if (user.disabledAt !== null) return
  await mailUser(trx, RegisteredBeforeMail, user, {
    data: { name: user.name, next },
    dedupeKey: `accounts.registered_before:${id}`,
  })
}

/** Only the newest link works: whoever asks again gets the name that was typed last. */
async function mailLink(trx: Trx, registration: Answered): Promise<void> {
  const { id, email, locale, next, ...person } = registration
  const { plain, hash } = secretToken()
  await trx.from('accounts_registrations').where('email', email).where('id', '<', id).delete()
  const expires_at = clock.now() + LINK_MINUTES * 60_000
  await trx.from('accounts_registrations').where({ id }).update({ hash, expires_at })
  const name = `${person.first_name} ${person.last_name}`
  await queueMail(trx, RegistrationLinkMail, {
    to: email,
    toName: name,
    locale,
    data: { name, token: plain, next },
    dedupeKey: `accounts.registration_link:${id}`,
  })
}
