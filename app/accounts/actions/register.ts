import hash from '@adonisjs/core/services/hash'
import { joinRecords } from '#core/customers'
import { PUBLIC, transaction, type Result } from '#core/platform'
import { storeUser } from '#app/accounts/actions/create_user'
import type { PasswordRefusal } from '#app/accounts/domain/passwords'
import type { User } from '#app/accounts/models/user'
import { passwordRefusalFor } from '#app/accounts/queries/known_words'
import { registrationOfLink } from '#app/accounts/queries/registration_of_link'

type Refusal = 'link_invalid' | PasswordRefusal

/**
 * Makes the account of a mailed link. The password is chosen only here, by whoever reads the
 * mailbox: one who registers a stranger's address never knows the password of that account.
 */
export async function register(
  token: string,
  plain: string
): Promise<Result<{ user: User }, Refusal>> {
  const registration = await registrationOfLink(token)
  if (!registration) return { ok: false, reason: 'link_invalid' }
  const { id, ...values } = registration
  const person = { ...values, kind: 'customer' as const }
  const refusal = await passwordRefusalFor(person, plain)
  if (refusal) return { ok: false, reason: refusal }
  const password = await hash.make(plain)

  return transaction(async (trx) => {
    const used = await trx.from('accounts_registrations').where({ id }).delete()
    if (Number(used) !== 1) return { ok: false, reason: 'link_invalid' }
    const stored = await storeUser(trx, { ...person, password }, PUBLIC)
    // Meanwhile staff gave this address an account: the link has nothing left to make.
    if (!stored.ok) return { ok: false, reason: 'link_invalid' }
    const { id: userId, email } = stored.user
    await joinRecords(trx, { userId, email, actor: { kind: 'customer', id: userId } })
    return stored
  })
}
