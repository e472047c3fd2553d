import hash from '@adonisjs/core/services/hash'
import { clock, transaction, type Result } from '#core/platform'
import type { User } from '#app/accounts/models/user'
import { countAttempt, forgetFailures } from '#app/accounts/queries/failures'

/**
 * Whether a signed-in person knows their password, asked before what could lock them out. A wrong
 * one counts as a failed sign-in, so that a session left alone is no place to guess: `wait` means
 * that it was not even looked at.
 */
export async function provePassword(
  { email, password }: User,
  plain: string
): Promise<Result<object, 'wrong' | 'wait'>> {
  const attempt = { email, skipPause: false, now: clock.now() }
  const counted = await transaction((trx) => countAttempt(trx, attempt))
  if (!counted.allowed) return { ok: false, reason: 'wait' }
  if (!password || !(await hash.verify(password, plain))) return { ok: false, reason: 'wrong' }
  await transaction((trx) => forgetFailures(trx, email))
  return { ok: true }
}
