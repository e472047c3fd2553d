import { translatedIn, FALLBACK_LOCALE, type Locale } from '#core/organisation'
import { cached } from '#core/platform'
import type { Decisions } from '#app/accounts/domain/roles'
import { StaffRole } from '#app/accounts/models/staff_role'
import type { User } from '#app/accounts/models/user'

type KnownRole = Pick<StaffRole, 'id' | 'key' | 'name' | 'requiresTwoFactor'> & {
  permissions: Decisions
}
type Roles = ReadonlyMap<string, KnownRole>

/** Another process follows a changed role after this time at the latest. */
const FRESH_FOR = 500

let lastRead: Roles = new Map()

const kept = cached(FRESH_FOR, async () => {
  const rows = await StaffRole.query().orderBy('id')
  return (lastRead = new Map(rows.map((row) => [row.key, row])))
})

/** All roles by key, those from the start first. */
export const allRoles = (): Promise<Roles> => kept.get()

/** For the process that has just changed one. */
export const forgetRoles = () => kept.forget()

/**
 * The roles as they were last read here, for words that cannot wait. Every request of staff has
 * read them for its guard.
 */
export const knownRoles = (): Roles => lastRead

/** The name of a role; its key where it is gone. */
export function roleName(key: string, locale: Locale): string {
  const role = lastRead.get(key)
  return role ? translatedIn(role.name, locale, FALLBACK_LOCALE) : key
}

/** Whether this person may only sign in with a second factor. */
export async function requiresTwoFactor(user: Pick<User, 'isStaff' | 'role'>): Promise<boolean> {
  if (!user.isStaff || user.role === null) return false
  return (await allRoles()).get(user.role)?.requiresTwoFactor ?? false
}
