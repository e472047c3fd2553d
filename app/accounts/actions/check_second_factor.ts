import { audit } from '#core/audit'
import { clock, transaction } from '#core/platform'
import { tellOfTwoFactor } from '#app/accounts/actions/tell_of_two_factor'
import type { User } from '#app/accounts/models/user'
import { countAttempt, forgetFailures } from '#app/accounts/queries/failures'
import { recoveryCodesLeft, useRecoveryCode, useTotpCode } from '#app/accounts/queries/two_factor'

export type SecondFactorRefusal = {
  ok: false
  field: 'code'
  reason: 'wrong' | 'wait'
  seconds: number
}

/**
 * Takes a code of the phone or one of the recovery codes, each once. Failures pause like those of
 * a password, on a count of their own that a right password does not take back.
 */
export async function checkSecondFactor(
  user: User,
  code: string
): Promise<{ ok: true } | SecondFactorRefusal> {
  const email = `two_factor:${user.id}`
  return transaction(async (trx) => {
    const counted = await countAttempt(trx, { email, skipPause: false, now: clock.now() })
    const { seconds } = counted
    if (!counted.allowed) return { ok: false, field: 'code', reason: 'wait', seconds }
    const byPhone = await useTotpCode(trx, user.id, code)
    if (!byPhone && !(await useRecoveryCode(trx, user.id, code))) {
      return { ok: false, field: 'code', reason: 'wrong', seconds }
    }
    await forgetFailures(trx, email)
    if (byPhone) return { ok: true }
    const actor = { kind: user.kind, id: user.id }
    const object = { object: 'accounts.user', objectId: user.id }
    await audit(trx, { actor, action: 'accounts.recovery_code_used', ...object })
    await tellOfTwoFactor(trx, user, 'used', await recoveryCodesLeft(user.id, trx))
    return { ok: true }
  })
}
