import type { Locale } from '#core/organisation'

/** Invented first and last names; nobody is meant. */
const FIRST = ['Amela', 'Borun', 'Cyla', 'Dorian', 'Elwina', 'Fabon', 'Gaja', 'Horan', 'Iwia']
const LAST = [
  'Brzozanek',
  'Sosnowar',
  'Kamieniak',
  'Jeziornik',
  'Wierzbolska',
  'Lipnicor',
  'Osikowa',
]

export type DemoPatient = {
  firstName: string
  lastName: string
  email: string | null
  phone: string
  locale: Locale
}

/** The n-th invented patient, the same for the same n; every seventh has no e-mail address. */
export function demoPatient(n: number): DemoPatient {
  const firstName = FIRST[n % FIRST.length]
  const lastName = LAST[(Math.floor(n / FIRST.length) + n) % LAST.length]
  const address = `${firstName}.${lastName}.${n}`.toLowerCase()
  const email = n % 7 === 6 ? null : `${address}@demo.invalid`
  const phone = `+48 56 000 ${String(10 + (n % 90))} ${String(10 + ((n * 7) % 90))}`
  return { firstName, lastName, email, phone, locale: 'pl' }
}
