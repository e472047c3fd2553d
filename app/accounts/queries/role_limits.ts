import { allContributions } from '#core/platform'
import { exceeds } from '#app/accounts/domain/role_changes'
import type { User } from '#app/accounts/models/user'
import { knownRoles } from '#app/accounts/queries/roles'

type Holder = Pick<User, 'isStaff' | 'role' | 'disabledAt'> | null

/** Every declared permission, those of resting plugins too: they may serve again tomorrow. */
export const declaredPermissions = () => allContributions('permissions').flatMap((c) => c.value)

/**
 * Whether a person holds all that a role holds: nobody gives, takes or touches more than they
 * have. Reads nothing, so it may be asked inside a transaction.
 */
export function covers(holder: Holder, roleKey: string | null): boolean {
  const role = roleKey === null ? undefined : knownRoles().get(roleKey)
  if (!role) return true
  if (!holder?.isStaff || holder.disabledAt !== null) return false
  return !exceeds(role, knownRoles().get(holder.role ?? ''), declaredPermissions())
}
