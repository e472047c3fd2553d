import { audit } from '#core/audit'
import { clock, transaction, type Result } from '#core/platform'
import { makeRecoveryCodes } from '#app/accounts/actions/make_recovery_codes'
import { tellOfTwoFactor } from '#app/accounts/actions/tell_of_two_factor'
import { newTotpSecret } from '#app/accounts/drivers/totp'
import { User } from '#app/accounts/models/user'
import { hasTwoFactor, useTotpCode } from '#app/accounts/queries/two_factor'

/** A secret for the phone. It counts for nothing until a first code has come back. */
export async function beginTwoFactor({ id }: User): Promise<void> {
  const { sealed } = newTotpSecret()
  await transaction(async (trx) => {
    const user = await User.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
    if (hasTwoFactor(user)) return
    await trx.from('accounts_two_factors').where('user_id', id).delete()
    const row = { user_id: id, secret: sealed, created_at: clock.now() }
    await trx.insertQuery().table('accounts_two_factors').insert(row)
  })
}

/** Switches the second factor on with its first code, and answers the recovery codes. */
export async function confirmTwoFactor(
  { id }: User,
  code: string
): Promise<Result<{ codes: string[] }, 'wrong' | 'on_already'>> {
  return transaction(async (trx) => {
    const user = await User.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
    if (hasTwoFactor(user)) return { ok: false, reason: 'on_already' }
    if (!(await useTotpCode(trx, id, code))) return { ok: false, reason: 'wrong' }
    await trx.from('accounts_users').where({ id }).update({ two_factor_at: clock.now() })
    const codes = await makeRecoveryCodes(trx, id)
    const actor = { kind: user.kind, id }
    const object = { object: 'accounts.user', objectId: id }
    await audit(trx, { actor, action: 'accounts.two_factor_on', ...object })
    await tellOfTwoFactor(trx, user, 'on')
    return { ok: true, codes }
  })
}
