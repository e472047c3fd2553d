import { enqueue } from '#core/jobs'
import type { Locale } from '#core/organisation'
import { clock, transaction } from '#core/platform'
import { normalEmail } from '#app/accounts/domain/email_address'
import { AnswerRegistration } from '#app/accounts/jobs/answer_registration'

export type Registration = {
  email: string
  firstName: string
  lastName: string
  locale: Locale
  /** Page of this site to which the mailed link leads on; what they had begun is not lost. */
  next?: string | null
}

/**
 * Takes down who wants an account. A job looks whether the address has one, so that the page
 * does the same work, in the same time, and says the same, whether it has or not.
 */
export async function requestRegistration({
  email,
  next = null,
  ...person
}: Registration): Promise<void> {
  await transaction(async (trx) => {
    const row = {
      email: normalEmail(email),
      first_name: person.firstName,
      last_name: person.lastName,
      locale: person.locale,
      requested_at: clock.now(),
    }
    const [inserted] = await trx
      .insertQuery()
      .table('accounts_registrations')
      .insert(row)
      .returning('id')
    const registrationId = typeof inserted === 'object' ? inserted.id : inserted
    await enqueue(trx, AnswerRegistration, { registrationId, next })
  })
}
