import type { HttpContext } from '@adonisjs/core/http'
import { countryName } from '#core/customers'
import type { Billing } from '#plugins/shop-quotes/domain/billing'
import { taxIdsOf } from '#plugins/shop-quotes/domain/tax_id_rules'

type Reader = Pick<HttpContext, 'i18n' | 'locale'>

/** "Ada Brandt", "Brandt GmbH" */
export const billedName = ({ companyName, firstName, lastName }: Billing): string =>
  companyName ?? [firstName, lastName].filter(Boolean).join(' ')

/** Who is billed, as it stands on papers: name, address, country, tax ids. */
export function billedTo({ i18n, locale }: Reader, billing: Billing): string[] {
  const { street, postalCode, city, region, country, kind, taxId, vatId, sdiCode, pec } = billing
  const rules = taxIdsOf(country, kind)
  const named = (label: string | undefined, value: string | null) =>
    label && value ? [`${i18n.t(`shop-quotes.checkout.billing.${label}`)}: ${value}`] : []
  return [
    billedName(billing),
    ...(street?.split('\n') ?? []),
    [[postalCode, city].filter(Boolean).join(' '), region].filter(Boolean).join(', '),
    countryName(country, locale),
    ...named(rules.taxId ? `tax_ids.${rules.taxId.kind}` : undefined, taxId),
    ...named(rules.vatId ? `tax_ids.${rules.vatId.kind}` : undefined, vatId),
    ...(country === 'IT' && kind === 'company' ? named('fields.sdi_code', sdiCode) : []),
    ...named('fields.pec', pec),
  ]
}
