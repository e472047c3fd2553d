import {
  checkSecondFactor,
  type SecondFactorRefusal,
} from '#app/accounts/actions/check_second_factor'
import { provePassword } from '#app/accounts/actions/prove_password'
import type { User } from '#app/accounts/models/user'
import { hasTwoFactor } from '#app/accounts/queries/two_factor'

/** What was wrong: the password, the code, or a pause after failures of either. */
export type Unproven =
  { ok: false; field: 'current_password'; reason: 'wrong' | 'wait' } | SecondFactorRefusal

/** The password, and a code where the second factor is on. */
export async function proveIdentity(
  user: User,
  { password, code }: { password: string; code?: string | null }
): Promise<{ ok: true } | Unproven> {
  const proof = await provePassword(user, password)
  if (!proof.ok) return { ...proof, field: 'current_password' }
  return hasTwoFactor(user) ? checkSecondFactor(user, code ?? '') : { ok: true }
}
