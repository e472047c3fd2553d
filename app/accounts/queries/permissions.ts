import { contributions } from '#core/platform'
import { grantedTo, type PermissionDefinition } from '#app/accounts/domain/roles'
import type { User } from '#app/accounts/models/user'
import { allRoles } from '#app/accounts/queries/roles'

/** Everything that staff can be allowed now: declared by the core and by enabled plugins. */
export async function allPermissions(): Promise<PermissionDefinition[]> {
  return (await contributions('permissions')).flatMap(({ value }) => value)
}

// A user object lives as long as its request, so nothing here can outlive a change of role.
const perRequest = new WeakMap<User, Promise<ReadonlySet<string>>>()

/** Ids of all permissions of a user; none for customers, disabled users and users without a role. */
export function permissionsOf(user: User): Promise<ReadonlySet<string>> {
  let permissions = perRequest.get(user)
  if (!permissions) perRequest.set(user, (permissions = load(user)))
  return permissions
}

async function load(user: User): Promise<ReadonlySet<string>> {
  const role = user.isStaff && user.disabledAt === null ? user.role : null
  if (role === null) return new Set()
  return grantedTo((await allRoles()).get(role), await allPermissions())
}

/** Whether the user holds the permission. Nobody signed in: no. */
export async function can(user: User | null | undefined, permission: string): Promise<boolean> {
  return user ? (await permissionsOf(user)).has(permission) : false
}
