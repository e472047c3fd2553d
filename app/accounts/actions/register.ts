import hash from '@adonisjs/core/services/hash'
import { joinRecords } from '#core/customers'
import { isUniqueViolation, PUBLIC, transaction, type Result } from '#core/platform'
import { storeUser } from '#app/accounts/actions/create_user'
import type { PasswordRefusal } from '#app/accounts/domain/passwords'
import type { User } from '#app/accounts/models/user'
import { passwordRefusalFor } from '#app/accounts/queries/known_words'
import { registrationOfLink } from '#app/accounts/queries/registration_of_link'

type Registered = Result<{ user: User }, 'link_invalid' | PasswordRefusal>

const LINK_INVALID = { ok: false, reason: 'link_invalid' } as const

/**
 * Makes the account of a mailed link. The password is chosen only here, by whoever reads the
 * mailbox: one who registers a stranger's address never knows the password of that account.
 */
export async function register(token: string, plain: string): Promise<Registered> {
  const registration = await registrationOfLink(token)
  if (!registration) return LINK_INVALID
  const { id, ...values } = registration
  const person = { ...values, kind: 'customer' as const }
  const refusal = await passwordRefusalFor(person, plain)
  if (refusal) return { ok: false, reason: refusal }
  const password = await hash.make(plain)

  const made = transaction(async (trx): Promise<Registered> => {
    const used = await trx.from('accounts_registrations').where({ id }).delete()
    if (Number(used) !== 1) return LINK_INVALID
    const stored = await storeUser(trx, { ...person, password }, PUBLIC)
    // Meanwhile this address got another account: the link has nothing left to make.
    if (!stored.ok) return LINK_INVALID
    const { id: userId, email } = stored.user
    await joinRecords(trx, { userId, email, actor: { kind: 'customer', id: userId } })
    return stored
  })
  return made.catch((error: unknown) => {
    // It got one in the same moment, so that only the database saw it.
    if (isUniqueViolation(error)) return LINK_INVALID
    throw error
  })
}
