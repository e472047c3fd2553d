import { clock, hashToken, isUniqueViolation, secretToken, transaction } from '#core/platform'
import { pairingCode } from '#app/devices/domain/pairing_code'

const LIFE = 10 * 60_000

/**
 * Lets a browser wait for staff under a new code, in place of the one that it showed before.
 *
 * @param earlier hash of the secret that it had until now
 * @returns its new secret
 */
export async function beginPairing(earlier: string | null): Promise<string> {
  const { plain, hash } = secretToken()
  try {
    await transaction(async (trx) => {
      if (earlier) await trx.from('devices_pairings').where('token_hash', earlier).delete()
      await trx
        .insertQuery()
        .table('devices_pairings')
        .insert({
          token_hash: hash,
          code_hash: hashToken(pairingCode(plain)),
          expires_at: clock.now() + LIFE,
        })
    })
  } catch (error) {
    // Another device waits under the same code.
    if (isUniqueViolation(error)) return beginPairing(earlier)
    throw error
  }
  return plain
}
