import type { Locale } from '#core/organisation'

export type DemoPerson = { firstName: string; lastName: string; email: string; locale: Locale }

const person = (firstName: string, lastName: string, locale: Locale): DemoPerson => {
  const email = `${firstName}.${lastName}@demo.invalid`.toLowerCase()
  return { firstName, lastName, email, locale }
}

/** The account with which the demo is tried as a customer. */
export const OWN: DemoPerson = {
  ...{ firstName: 'Celia', lastName: 'Marlago' },
  ...{ email: 'customer@demo.invalid', locale: 'es' },
}

/** Invented; nobody is meant. */
export const CUSTOMERS = {
  tea: person('Tea', 'Montefusco-Lago', 'it'),
  uwe: person('Uwe', 'Ahrnfeld', 'de'),
  nuria: person('Nuria', 'Valdecampo', 'es'),
  owen: person('Owen', 'Marshbrook', 'en'),
  lia: person('Lia', 'Torrebruna', 'it'),
  jost: person('Jost', 'Wiesenbrink', 'de'),
  paco: person('Paco', 'Riofresno', 'es'),
  own: OWN,
}
