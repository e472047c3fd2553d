/** The roles of staff, from the widest to the narrowest. */
export const ROLES = ['owner', 'manager', 'desk'] as const
export type Role = (typeof ROLES)[number]

/** What a module or plugin lets staff do, and which roles may do it. Nobody else may. */
export type PermissionDefinition = { id: string; roles: readonly Role[] }

/** A permission that nobody declared, or a user without a role, grants nothing. */
export function grantedTo(
  role: string | null,
  permissions: readonly PermissionDefinition[]
): ReadonlySet<string> {
  const granted = permissions.filter(({ roles }) =>
    (roles as readonly string[]).includes(role ?? '')
  )
  return new Set(granted.map(({ id }) => id))
}
