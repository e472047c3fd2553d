import type { HttpContext } from '@adonisjs/core/http'
import { countryOptions } from '#core/customers'
import type { FieldErrors } from '#core/web'
import { fieldsOf, type BillingField } from '#plugins/shop-quotes/domain/billing'
import { taxIdsOf, type BuyerKind } from '#plugins/shop-quotes/domain/tax_id_rules'

/** What was typed or is known, by the name of its control. */
export type BillingValues = { kind: BuyerKind; country: string; typed: Record<string, string> }

type Asked = Exclude<BillingField, 'country'>

/** `postalCode` is the control `postal_code`. */
export const controlOf = (field: BillingField): string =>
  field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const FILLED_BY: Partial<Record<Asked, string>> = {
  firstName: 'billing given-name',
  lastName: 'billing family-name',
  companyName: 'billing organization',
  street: 'billing street-address',
  postalCode: 'billing postal-code',
  city: 'billing address-level2',
  region: 'billing address-level1',
}
const WIDTHS: Partial<Record<Asked, string>> = { street: 'l', companyName: 'l', postalCode: 's' }

/** S5: the fields that this country asks of a person or a company, each with its error. */
export function presentBillingForm(
  { i18n, locale }: HttpContext,
  { kind, country, typed }: BillingValues,
  errors: FieldErrors = {}
) {
  const say = (key: string) => i18n.t(`shop-quotes.checkout.billing.${key}`)
  const asked = Object.entries(fieldsOf(country, kind)).filter(([field]) => field !== 'country')
  return {
    kind,
    kinds: (['person', 'company'] as const).map((value) => ({
      value,
      label: say(`kinds.${value}`),
    })),
    country,
    countries: countryOptions(locale),
    fields: asked.map(([name, need]) => {
      const field = name as Asked
      const control = controlOf(field)
      return {
        name: control,
        label: say(labelOf(field, { country, kind })),
        hint: need === 'either' ? say(`hints.${control}`) : null,
        width: WIDTHS[field] ?? 'm',
        value: typed[control] ?? '',
        required: need === 'required',
        attributes: FILLED_BY[field] ? { autocomplete: FILLED_BY[field] } : { spellcheck: 'false' },
      }
    }),
    errors,
  }
}

/** Lang key of what a field is called; tax ids as their country calls them. */
export function labelOf(
  field: BillingField,
  { country, kind }: Pick<BillingValues, 'country' | 'kind'>
): string {
  const rules = taxIdsOf(country, kind)
  const rule = field === 'taxId' ? rules.taxId : field === 'vatId' ? rules.vatId : null
  return rule ? `tax_ids.${rule.kind}` : `fields.${controlOf(field)}`
}
