import { countryName } from '#core/customers'
import type { Locale } from '#core/organisation'
import type { Billing } from '#plugins/shop-quotes/domain/billing'

/** To whom a paper is made out, as an envelope says it; numbers for taxes stand apart. */
export function billingLines(billing: Billing, locale: Locale): string[] {
  const { firstName, lastName, companyName, street, postalCode, city, region, country } = billing
  const words = (...parts: (string | null)[]) => parts.filter(Boolean).join(' ')
  const name = companyName ?? words(firstName, lastName)
  const place = words(postalCode, city, region && `(${region})`)
  return [name, street ?? '', place, countryName(country, locale)].filter(Boolean)
}

/** Numbers under which tax offices and providers know the buyer; of others Italy has a code for all. */
export function billingNumbers({ country, kind, taxId, vatId, sdiCode, pec }: Billing) {
  const all = [
    ['taxId', taxId],
    ['vatId', vatId],
    ['sdiCode', country === 'IT' && kind === 'company' ? sdiCode : null],
    ['pec', pec],
  ] as const
  return all.flatMap(([field, text]) => (text ? [{ field, text }] : []))
}
