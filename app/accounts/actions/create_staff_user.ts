import { randomBytes } from 'node:crypto'
import { currentOrganisation, isLocale } from '#core/organisation'
import { SYSTEM, type Result } from '#core/platform'
import { createUser, type NewUserRefusal } from '#app/accounts/actions/create_user'
import { readablePassword } from '#app/accounts/domain/random_password'
import type { User } from '#app/accounts/models/user'

type StaffUser = {
  email: string
  firstName: string
  lastName: string
  role: string
  /** The organisation's language where this names none that is offered. */
  locale?: string
}

/** A staff user with a random password, which is known only now: print it once. */
export async function createStaffUser(
  input: StaffUser
): Promise<Result<{ user: User; password: string }, NewUserRefusal>> {
  const { defaultLocale } = await currentOrganisation()
  const locale = isLocale(input.locale) ? input.locale : defaultLocale
  const password = readablePassword(randomBytes(20))
  const created = await createUser({ ...input, kind: 'staff', locale, password }, SYSTEM)
  return created.ok ? { ...created, password } : created
}
