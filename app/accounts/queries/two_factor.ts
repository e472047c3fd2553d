import db from '@adonisjs/lucid/services/db'
import { clock, hashToken, type Client, type Trx } from '#core/platform'
import { plainRecoveryCode, plainTotpCode } from '#app/accounts/domain/recovery_codes'
import { openTotpSecret, totpStep } from '#app/accounts/drivers/totp'
import type { User } from '#app/accounts/models/user'
import { requiresTwoFactor } from '#app/accounts/queries/roles'

export const hasTwoFactor = ({ twoFactorAt }: User): boolean => twoFactorAt !== null

/** Must sign in with a second factor and has none yet; demo accounts are excepted. */
export async function lacksTwoFactor(user: User): Promise<boolean> {
  return !hasTwoFactor(user) && !user.isDemo && (await requiresTwoFactor(user))
}

/** The secret that a person has begun to set up or uses; null without one. */
export async function totpSecretOf(userId: number, client: Client = db.connection()) {
  const row = await client.from('accounts_two_factors').where('user_id', userId).first()
  return row ? openTotpSecret(row.secret) : null
}

/** Takes a code of the phone: of any number of times that the same is sent, one counts. */
export async function useTotpCode(trx: Trx, userId: number, typed: string): Promise<boolean> {
  const code = plainTotpCode(typed)
  const secret = code === null ? null : await totpSecretOf(userId, trx)
  const step = code === null || secret === null ? null : totpStep(secret, code, clock.now())
  if (step === null) return false
  const used = await trx
    .from('accounts_two_factors')
    .where('user_id', userId)
    .where('last_step', '<', step)
    .update({ last_step: step })
  return Number(used) === 1
}

/** Uses up one of the codes on paper; false for a wrong and for a used one. */
export async function useRecoveryCode(trx: Trx, userId: number, typed: string): Promise<boolean> {
  const code = plainRecoveryCode(typed)
  if (code === null) return false
  const used = await trx
    .from('accounts_recovery_codes')
    .where({ user_id: userId, hash: recoveryHash(userId, code) })
    .whereNull('used_at')
    .update({ used_at: clock.now() })
  return Number(used) === 1
}

export const recoveryHash = (userId: number, plain: string) => hashToken(`${userId}:${plain}`)

export async function recoveryCodesLeft(
  userId: number,
  client: Client = db.connection()
): Promise<number> {
  const rows = await client
    .from('accounts_recovery_codes')
    .where('user_id', userId)
    .whereNull('used_at')
  return rows.length
}
