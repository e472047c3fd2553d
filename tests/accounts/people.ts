import { createUser, type NewUser, type User } from '#core/accounts'
import { SYSTEM } from '#core/platform'
import type { HttpClient } from '#tests/kit/http'
import { visitor } from '#tests/web/visitor'

/** Passes every rule for the invented people of these tests. */
export const PASSWORD = 'copper violet lantern 9'

let people = 0

/** An invented staff user; `role: null` may sign in and do nothing. */
export const someStaff = (values: Partial<NewUser> = {}) => someone({ kind: 'staff', ...values })

/** An invented customer with an account. */
export const someCustomer = (values: Partial<NewUser> = {}) =>
  someone({ kind: 'customer', ...values })

async function someone(values: Partial<NewUser> & Pick<NewUser, 'kind'>): Promise<User> {
  const created = await createUser(
    {
      email: `person${++people}@example.org`,
      firstName: 'Ada',
      lastName: 'Brandt',
      locale: 'en',
      password: PASSWORD,
      isDemo: true,
      ...values,
    },
    SYSTEM
  )
  if (!created.ok) throw new Error(created.reason)
  return created.user
}

/** A browser in which this person has signed in through the form. */
export async function signedIn(user: User, password = PASSWORD): Promise<HttpClient> {
  const client = visitor()
  const answer = await client.post('/sign-in', { email: user.email, password })
  if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}`)
  return client
}
