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

export const countryName = (country: string, locale: Locale): string =>
  new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country

/** Numbers under which tax offices and providers know the buyer. */
export function billingNumbers({ taxId, vatId, sdiCode, pec }: Billing) {
  const all = [
    ['taxId', taxId],
    ['vatId', vatId],
    ['sdiCode', sdiCode],
    ['pec', pec],
  ] as const
  return all.flatMap(([field, text]) => (text ? [{ field, text }] : []))
}
