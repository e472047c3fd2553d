import { audit } from '#core/audit'
import { SYSTEM, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { makeRecoveryCodes } from '#app/accounts/actions/make_recovery_codes'
import { proveIdentity, type Unproven } from '#app/accounts/actions/prove_identity'
import { provePassword } from '#app/accounts/actions/prove_password'
import { tellOfTwoFactor } from '#app/accounts/actions/tell_of_two_factor'
import { normalEmail } from '#app/accounts/domain/email_address'
import { User } from '#app/accounts/models/user'
import { covers } from '#app/accounts/queries/role_limits'
import { endSessionsOf } from '#app/accounts/queries/sessions'
import { hasTwoFactor } from '#app/accounts/queries/two_factor'

/** Switched off by its owner, with the password and a code. */
export async function switchOffTwoFactor(
  user: User,
  { password, code }: { password: string; code: string }
): Promise<{ ok: true } | Unproven> {
  const proof = await proveIdentity(user, { password, code })
  if (!proof.ok) return proof
  await transaction((trx) => remove(trx, user, { kind: user.kind, id: user.id }))
  return { ok: true }
}

/** New recovery codes in place of the old ones, with the password. */
export async function renewRecoveryCodes(
  user: User,
  password: string
): Promise<{ ok: true; codes: string[] } | Unproven> {
  const proof = await provePassword(user, password)
  if (!proof.ok) return { ...proof, field: 'current_password' }
  return transaction(async (trx) => {
    const codes = await makeRecoveryCodes(trx, user.id)
    const actor = { kind: user.kind, id: user.id }
    const object = { object: 'accounts.user', objectId: user.id }
    await audit(trx, { actor, action: 'accounts.recovery_codes_renewed', ...object })
    await tellOfTwoFactor(trx, user, 'renewed')
    return { ok: true, codes }
  })
}

/** For somebody who has lost the phone and the codes: signed out everywhere, and told by mail. */
export async function resetTwoFactor(
  userId: number,
  actor: Actor
): Promise<Result<object, 'beyond_own' | 'own_access' | 'no_two_factor'>> {
  return transaction(async (trx) => {
    const user = await User.query({ client: trx }).where('id', userId).forUpdate().firstOrFail()
    if (!hasTwoFactor(user)) return { ok: false, reason: 'no_two_factor' }
    if (actor.kind !== 'system') {
      if (actor.kind === 'staff' && actor.id === userId) return { ok: false, reason: 'own_access' }
      const holder = actor.kind === 'staff' ? await User.find(actor.id, { client: trx }) : null
      if (!covers(holder, user.role)) return { ok: false, reason: 'beyond_own' }
    }
    await remove(trx, user, actor)
    await endSessionsOf(trx, userId)
    return { ok: true }
  })
}

/** For whoever runs the server. */
export async function resetTwoFactorByEmail(
  email: string
): Promise<Result<object, 'unknown' | 'no_two_factor'>> {
  const user = await User.findBy('email', normalEmail(email))
  if (!user) return { ok: false, reason: 'unknown' }
  const done = await resetTwoFactor(user.id, SYSTEM)
  return done.ok ? done : { ok: false, reason: 'no_two_factor' }
}

async function remove(trx: Trx, user: User, actor: Actor): Promise<void> {
  const { id } = user
  await trx.from('accounts_two_factors').where('user_id', id).delete()
  await trx.from('accounts_recovery_codes').where('user_id', id).delete()
  await trx.from('accounts_sign_in_steps').where('user_id', id).delete()
  await trx.from('accounts_users').where({ id }).update({ two_factor_at: null })
  const isOwn = actor.kind === user.kind && actor.id === id
  const action = isOwn ? 'accounts.two_factor_off' : 'accounts.two_factor_reset'
  await audit(trx, { actor, action, object: 'accounts.user', objectId: id })
  await tellOfTwoFactor(trx, user, isOwn ? 'off' : 'reset')
}
