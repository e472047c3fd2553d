import {
  grantedTo,
  OWNER,
  type Decisions,
  type PermissionDefinition,
  type Role,
} from '#app/accounts/domain/roles'

/** Whether one role holds anything that the other does not; an owner's equal is an owner alone. */
export function exceeds(
  one: Role,
  other: Role | null | undefined,
  declared: readonly PermissionDefinition[]
): boolean {
  if (one.key === OWNER) return other?.key !== OWNER
  const held = grantedTo(other, declared)
  return [...grantedTo(one, declared)].some((id) => !held.has(id))
}

type Ticked = {
  before: Decisions
  declared: readonly PermissionDefinition[]
  /** Ids of the permissions whose boxes came back ticked. */
  ticked: ReadonlySet<string>
  /** What the person who decides holds: nobody gives or takes anything else. */
  mayDecide: (permission: string) => boolean
}

/** The decisions after a form was saved: on all that its reader holds, and the old ones beside. */
export function decided({ before, declared, ticked, mayDecide }: Ticked): Decisions {
  const own = declared.filter(({ id }) => mayDecide(id)).map(({ id }) => [id, ticked.has(id)])
  return { ...before, ...Object.fromEntries(own) }
}

/** A word for people's accounts out of a name, at most 16 characters, none that is taken. */
export function roleKey(name: string, taken: ReadonlySet<string>): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const word = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
  const base = word.slice(0, 13).replace(/-$/, '') || 'role'
  let key = base
  for (let number = 2; taken.has(key); number++) key = `${base}-${number}`
  return key
}
