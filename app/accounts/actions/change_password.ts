import hash from '@adonisjs/core/services/hash'
import { transaction, type Result } from '#core/platform'
import { provePassword } from '#app/accounts/actions/prove_password'
import { replacePassword } from '#app/accounts/actions/replace_password'
import type { PasswordRefusal } from '#app/accounts/domain/passwords'
import type { User } from '#app/accounts/models/user'
import { passwordRefusalFor } from '#app/accounts/queries/known_words'

/** `wrong` and `wait` are about the current password, all else about the next. */
export type PasswordChange = Result<object, 'wrong' | 'wait' | PasswordRefusal>

/** H11: a signed-in person changes their own password; every session of theirs ends. */
export async function changePassword(
  user: User,
  { current, next }: { current: string; next: string }
): Promise<PasswordChange> {
  const proof = await provePassword(user, current)
  if (!proof.ok) return proof
  const refusal = await passwordRefusalFor(user, next)
  if (refusal) return { ok: false, reason: refusal }
  const password = await hash.make(next)
  const actor = { kind: user.kind, id: user.id }
  await transaction((trx) => replacePassword(trx, user, { password, actor }))
  return { ok: true }
}
