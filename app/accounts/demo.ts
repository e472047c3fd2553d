import { appendFileSync } from 'node:fs'
import { dataPath } from '#core/platform'
import { createDemoUser } from '#app/accounts/actions/create_demo_user'

const STAFF = [
  { email: 'owner@demo.invalid', firstName: 'Orla', lastName: 'Feldstern', role: 'owner' },
  { email: 'manager@demo.invalid', firstName: 'Mirco', lastName: 'Ventoblu', role: 'manager' },
  { email: 'desk@demo.invalid', firstName: 'Dalia', lastName: 'Prudoro', role: 'desk' },
] as const

/** Somebody to try "My account" with; plugins add what this person booked. */
const CUSTOMER = {
  email: 'customer@demo.invalid',
  firstName: 'Celia',
  lastName: 'Marlago',
  role: null,
} as const

/** One person a role, and a customer. Their random passwords lie in DATA_DIR, to be printed at every start. */
export async function accountsDemo(): Promise<void> {
  for (const person of [...STAFF, CUSTOMER]) {
    const { password } = await createDemoUser({ ...person, locale: 'es' })
    if (password === null) continue
    const role = (person.role ?? 'customer').padEnd(8)
    const line = `${role} ${person.email.padEnd(21)} ${password}\n`
    appendFileSync(dataPath('demo-logins.txt'), line, { mode: 0o600 })
  }
}
