import { randomBytes } from 'node:crypto'
import type { Trx } from '#core/platform'
import {
  plainRecoveryCode,
  recoveryCode,
  RECOVERY_CODES,
} from '#app/accounts/domain/recovery_codes'
import { recoveryHash } from '#app/accounts/queries/two_factor'

/** Ten new codes in place of all earlier ones. They are known only now: show them once. */
export async function makeRecoveryCodes(trx: Trx, userId: number): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(16)))
  await trx.from('accounts_recovery_codes').where('user_id', userId).delete()
  const rows = codes.map((code) => ({
    user_id: userId,
    hash: recoveryHash(userId, plainRecoveryCode(code)!),
  }))
  await trx.insertQuery().table('accounts_recovery_codes').multiInsert(rows)
  return codes
}
