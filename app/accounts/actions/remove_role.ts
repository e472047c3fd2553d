import { audit } from '#core/audit'
import { transaction, type Actor, type Result } from '#core/platform'
import { StaffRole } from '#app/accounts/models/staff_role'
import { User } from '#app/accounts/models/user'
import { forgetRoles } from '#app/accounts/queries/roles'

/** Takes a role away that nobody has; the accounts of shut people count too. */
export async function removeRole(roleId: number, actor: Actor): Promise<Result<object, 'in_use'>> {
  return transaction(async (trx) => {
    const role = await StaffRole.query({ client: trx })
      .where('id', roleId)
      .forUpdate()
      .firstOrFail()
    const holder = await User.query({ client: trx }).where('role', role.key).first()
    if (holder) return { ok: false, reason: 'in_use' }
    await role.delete()
    await audit(trx, {
      actor,
      action: 'accounts.role_removed',
      object: 'accounts.role',
      objectId: roleId,
      changes: { key: [role.key, null] },
    })
    trx.after('commit', forgetRoles)
    return { ok: true }
  })
}
