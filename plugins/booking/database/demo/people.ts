import type { Locale } from '#core/organisation'

/** Invented first and last names; nobody is meant. */
const FIRST = [
  'Amaris',
  'Bodo',
  'Celio',
  'Dorea',
  'Emilo',
  'Fiora',
  'Gelmo',
  'Havia',
  'Ilvio',
  'Junara',
]
const LAST = [
  'Sonnfeld',
  'Rovente',
  'Klarbach',
  'Montesol',
  'Wiesengrund',
  'Pietraluna',
  'Talmühl',
  'Vallserena',
]

export type DemoPerson = { firstName: string; lastName: string; email: string; locale: Locale }

/** The n-th invented customer; the same for the same n. */
export function demoPerson(n: number, locale: Locale): DemoPerson {
  const firstName = FIRST[n % FIRST.length]
  const lastName = LAST[Math.floor(n / FIRST.length + n) % LAST.length]
  const address = `${firstName}.${lastName}`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z.]/g, '')
  return { firstName, lastName, email: `${address}@demo.invalid`, locale }
}
