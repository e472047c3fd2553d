import { audit } from '#core/audit'
import type { Translated } from '#core/organisation'
import { transaction, type Actor } from '#core/platform'
import { roleKey } from '#app/accounts/domain/role_changes'
import { grantedTo } from '#app/accounts/domain/roles'
import { StaffRole } from '#app/accounts/models/staff_role'
import { declaredPermissions } from '#app/accounts/queries/role_limits'
import { forgetRoles } from '#app/accounts/queries/roles'

type Copy = { roleId: number; name: Translated; actor: Actor }

/** A new role that holds what another holds now; what comes later is decided for it anew. */
export async function copyRole({ roleId, name, actor }: Copy): Promise<StaffRole> {
  return transaction(async (trx) => {
    const roles = await StaffRole.query({ client: trx }).forUpdate()
    const model = roles.find(({ id }) => id === roleId)!
    const held = grantedTo(model, declaredPermissions())
    const permissions = Object.fromEntries([...held].map((id) => [id, true]))
    const taken = new Set(roles.map(({ key }) => key))
    const key = roleKey(Object.values(name)[0], taken)
    const { requiresTwoFactor } = model
    const role = await StaffRole.create(
      { key, name, permissions, requiresTwoFactor },
      { client: trx }
    )
    await audit(trx, {
      actor,
      action: 'accounts.role_created',
      object: 'accounts.role',
      objectId: role.id,
      changes: { key: [null, key], permissions: [null, [...held]] },
    })
    trx.after('commit', forgetRoles)
    return role
  })
}
