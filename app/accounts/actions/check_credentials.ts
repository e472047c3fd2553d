import hash from '@adonisjs/core/services/hash'
import { joinRecords } from '#core/customers'
import { clock, transaction } from '#core/platform'
import { normalEmail } from '#app/accounts/domain/email_address'
import { HASH_OF_NOBODY } from '#app/accounts/drivers/argon2id'
import { User } from '#app/accounts/models/user'
import { countAttempt, forgetFailures } from '#app/accounts/queries/failures'

type Attempt = {
  email: string
  password: string
  /** A solved captcha stands in for the pause, so that a stranger's failures lock nobody out. */
  skipPause: boolean
}

/** `wrong`: next attempt possible after `seconds`; `wait`: not even looked at, try after `seconds`. */
export type CredentialCheck =
  { ok: true; user: User } | { ok: false; reason: 'wrong' | 'wait'; seconds: number }

/**
 * Checks an e-mail and password. Unknown, disabled and passwordless accounts answer like a wrong
 * password and after the same work; the pause after failures counts for them too.
 */
export async function checkCredentials(attempt: Attempt): Promise<CredentialCheck> {
  const { password, skipPause } = attempt
  const email = normalEmail(attempt.email)
  const counted = await transaction((trx) =>
    countAttempt(trx, { email, skipPause, now: clock.now() })
  )
  if (!counted.allowed) return { ok: false, reason: 'wait', seconds: counted.seconds }

  const user = await User.query().where('email', email).whereNull('disabled_at').first()
  const matches = await hash.verify(user?.password ?? HASH_OF_NOBODY, password)
  if (!user?.password || !matches) {
    return { ok: false, reason: 'wrong', seconds: counted.seconds }
  }
  const rehashed = hash.needsReHash(user.password) ? await hash.make(password) : null
  await transaction(async (trx) => {
    await forgetFailures(trx, email)
    if (rehashed) await user.useTransaction(trx).merge({ password: rehashed }).save()
    if (!user.isStaff) await joinRecords(trx, ownerOf(user))
  })
  return { ok: true, user }
}

/** Whoever has an account has proven the mailbox: what was booked there since then is theirs. */
const ownerOf = ({ id, kind, email }: User) => ({ userId: id, email, actor: { kind, id } })
