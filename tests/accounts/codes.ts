import db from '@adonisjs/lucid/services/db'
import { Secret, TOTP } from 'otpauth'
import type { User } from '#core/accounts'
import { beginTwoFactor, confirmTwoFactor } from '#app/accounts/actions/set_up_two_factor'
import { openTotpSecret } from '#app/accounts/drivers/totp'
import { clock } from '#core/platform'

/** What the person's phone shows for a secret at an instant. */
export const phoneCode = (secret: string, at = clock.now()): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })

/** Sets the second factor up; later codes of the phone count from the next 30 seconds on. */
export async function withTwoFactor(user: User): Promise<{ secret: string; codes: string[] }> {
  await beginTwoFactor(user)
  const row = await db.from('accounts_two_factors').where('user_id', user.id).firstOrFail()
  const secret = openTotpSecret(row.secret)!
  const done = await confirmTwoFactor(user, phoneCode(secret, clock.now() - 30_000))
  if (!done.ok) throw new Error(done.reason)
  return { secret, codes: done.codes }
}
