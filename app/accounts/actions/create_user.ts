import hash from '@adonisjs/core/services/hash'
import type { Locale } from '#core/organisation'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { audit } from '#core/audit'
import { normalEmail } from '#app/accounts/domain/email_address'
import type { PasswordRefusal } from '#app/accounts/domain/passwords'
import type { Kind } from '#app/accounts/domain/session_life'
import { User } from '#app/accounts/models/user'
import { passwordRefusalFor } from '#app/accounts/queries/known_words'

export type NewUser = {
  kind: Kind
  role?: string | null
  email: string
  /** Left out: the person chooses one through the link that "first access" mails. */
  password?: string
  firstName: string
  lastName: string
  locale: Locale
  /** Nothing but the password is asked of it. */
  isDemo?: boolean
}

export type NewUserRefusal = 'email_taken' | PasswordRefusal

/**
 * Creates an account. An address that already has one is refused and that account stays
 * untouched, so that nobody takes over an account by being invited a second time.
 */
export async function createUser(
  input: NewUser,
  actor: Actor
): Promise<Result<{ user: User }, NewUserRefusal>> {
  const { password: plain, ...values } = { role: null, ...input, email: normalEmail(input.email) }
  const refusal = plain === undefined ? null : await passwordRefusalFor(values, plain)
  if (refusal) return { ok: false, reason: refusal }
  const password = plain === undefined ? null : await hash.make(plain)

  return transaction((trx) => storeUser(trx, { ...values, password }, actor))
}

/** The same inside a transaction, with the password hashed before it, which is slow. */
export async function storeUser(
  trx: Trx,
  values: Omit<NewUser, 'password'> & { password: string | null },
  actor: Actor
): Promise<Result<{ user: User }, 'email_taken'>> {
  const taken = await User.query({ client: trx }).where('email', values.email).first()
  if (taken) return { ok: false, reason: 'email_taken' }
  const user = await User.create(values, { client: trx })
  await audit(trx, {
    actor,
    action: 'accounts.user_created',
    object: 'accounts.user',
    objectId: user.id,
    changes: { kind: [null, user.kind], role: [null, user.role] },
  })
  return { ok: true, user }
}
