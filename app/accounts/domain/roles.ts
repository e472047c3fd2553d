/** The roles that are there from the start, from the widest to the narrowest. */
export const ROLES = ['owner', 'manager', 'desk'] as const
export type SuggestedRole = (typeof ROLES)[number]

/** Holds everything, always: otherwise nobody could give anybody a right again. */
export const OWNER = 'owner'

/** A role made in the panel: nobody suggests anything for it. */
export const isOwnRole = (key: string): boolean => !(ROLES as readonly string[]).includes(key)

/** What a module or plugin lets staff do, and which roles it suggests for it. Nobody else may. */
export type PermissionDefinition = { id: string; roles: readonly SuggestedRole[] }

/** What staff decided of a role: granted or refused. What is missing follows the suggestion. */
export type Decisions = Readonly<Record<string, boolean>>

export type Role = { key: string; permissions: Decisions }

/** Whether the declaration of a permission suggests it for a role. */
export const isSuggested = (roleKey: string, { roles }: PermissionDefinition): boolean =>
  (roles as readonly string[]).includes(roleKey)

/** A permission that nobody declared, and no role at all, grants nothing. */
export function grantedTo(
  role: Role | null | undefined,
  declared: readonly PermissionDefinition[]
): ReadonlySet<string> {
  if (!role) return new Set()
  const holds = (permission: PermissionDefinition) =>
    role.key === OWNER ||
    (Object.hasOwn(role.permissions, permission.id)
      ? role.permissions[permission.id]
      : isSuggested(role.key, permission))
  return new Set(declared.filter(holds).map(({ id }) => id))
}
