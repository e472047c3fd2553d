import { audit } from '#core/audit'
import { clock, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { User } from '#app/accounts/models/user'
import { covers } from '#app/accounts/queries/role_limits'
import { allRoles } from '#app/accounts/queries/roles'
import { endSessionsOf } from '#app/accounts/queries/sessions'

type Switched = Promise<Result<{ user: User }, 'last_owner' | 'beyond_own' | 'own_access'>>

/** Shuts an account: its sessions end now, and its next request finds it signed out. */
export async function disableUser(userId: number, actor: Actor): Switched {
  const values = { disabledAt: clock.now() }
  return changeRights({ userId, actor, action: 'accounts.user_disabled', values })
}

/** Opens a shut account again; the person signs in with the password they had. */
export async function enableUser(userId: number, actor: Actor): Switched {
  const values = { disabledAt: null }
  return changeRights({ userId, actor, action: 'accounts.user_enabled', values })
}

/** Gives staff another role. They sign in again: a session must not outlive its rights. */
export async function assignRole(userId: number, role: string | null, actor: Actor): Switched {
  return changeRights({ userId, actor, action: 'accounts.role_assigned', values: { role } })
}

type Change = {
  userId: number
  actor: Actor
  action: string
  values: Partial<Pick<User, 'role' | 'disabledAt'>>
}

async function changeRights({ userId, actor, action, values }: Change): Switched {
  await allRoles()
  return transaction(async (trx) => {
    const user = await User.query({ client: trx }).where('id', userId).forUpdate().firstOrFail()
    const before = { role: user.role, disabledAt: user.disabledAt }
    const owned = isOwner(user)
    user.merge({ ...values, version: user.version + 1 })
    if (owned && !isOwner(user) && !(await hasOtherOwner(trx, userId))) {
      return { ok: false, reason: 'last_owner' }
    }
    const refusal = await beyondReach(trx, actor, { user, roles: [before.role, user.role] })
    if (refusal) return { ok: false, reason: refusal }
    await user.save()
    await endSessionsOf(trx, user.id)
    const changes = {
      role: [before.role, user.role],
      disabledAt: [before.disabledAt, user.disabledAt],
    } as const
    await audit(trx, { actor, action, object: 'accounts.user', objectId: user.id, changes })
    return { ok: true, user }
  })
}

/** Nobody gives or takes more than they hold, nor shuts themselves out. */
async function beyondReach(
  trx: Trx,
  actor: Actor,
  { user, roles }: { user: User; roles: (string | null)[] }
): Promise<'beyond_own' | 'own_access' | null> {
  if (actor.kind === 'system') return null
  if (actor.kind === 'staff' && actor.id === user.id) return 'own_access'
  const holder = actor.kind === 'staff' ? await User.find(actor.id, { client: trx }) : null
  return roles.every((role) => covers(holder, role)) ? null : 'beyond_own'
}

const isOwner = (user: User) => user.isStaff && user.role === 'owner' && user.disabledAt === null

/** Without an owner nobody could give anybody a role again. */
async function hasOtherOwner(trx: Trx, userId: number): Promise<boolean> {
  const owners = await User.query({ client: trx })
    .where({ kind: 'staff', role: 'owner' })
    .whereNull('disabled_at')
    .whereNot('id', userId)
    .forUpdate()
  return owners.length > 0
}
