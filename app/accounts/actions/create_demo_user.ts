import { randomBytes } from 'node:crypto'
import type { Locale } from '#core/organisation'
import { SYSTEM } from '#core/platform'
import { createUser } from '#app/accounts/actions/create_user'
import { normalEmail } from '#app/accounts/domain/email_address'
import { readablePassword } from '#app/accounts/domain/random_password'
import { User } from '#app/accounts/models/user'

type DemoUser = {
  email: string
  firstName: string
  lastName: string
  /** Null for a customer. */
  role: string | null
  locale: Locale
}

/**
 * An invented user for demo data. The password is random for each installation and known only
 * now, to be printed; null when the user was there already.
 */
export async function createDemoUser(
  demo: DemoUser
): Promise<{ user: User; password: string | null }> {
  const there = await User.findBy('email', normalEmail(demo.email))
  if (there) return { user: there, password: null }
  const password = readablePassword(randomBytes(20))
  const kind = demo.role === null ? 'customer' : 'staff'
  const created = await createUser({ ...demo, kind, password, isDemo: true }, SYSTEM)
  if (!created.ok) throw new Error(`Demo user ${demo.email} refused: ${created.reason}`)
  return { user: created.user, password }
}
