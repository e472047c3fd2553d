import { COUNTRIES } from '#core/customers'
import { deliveryOf, type DeliveryReason } from './italian_delivery.js'
import { needsPostalCode, postalCodeOf } from './postal_codes.js'
import { taxIdsOf, type BuyerKind, type Need } from './tax_id_rules.js'
import { checkTaxId, type TaxIdReason } from './tax_ids.js'

/** The longest that each field may be. */
const LONGEST = {
  firstName: 100,
  lastName: 100,
  companyName: 200,
  street: 200,
  postalCode: 20,
  city: 100,
  region: 100,
  country: 2,
  taxId: 40,
  vatId: 40,
  sdiCode: 20,
  pec: 254,
}

export type BillingField = keyof typeof LONGEST

/** Who is billed, copied onto each order and quote: null is what is not asked or was left out. */
export type Billing = { kind: BuyerKind; country: string } & Record<
  Exclude<BillingField, 'country'>,
  string | null
>

export type BillingInput = { readonly kind: BuyerKind } & Readonly<
  Partial<Record<BillingField, string | null>>
>

export type BillingReason =
  | 'missing'
  | 'too_long'
  | 'malformed'
  | 'unknown_country'
  | 'not_a_postal_code'
  | 'not_a_province'
  | TaxIdReason
  | DeliveryReason

export type BillingReasons = Partial<Record<BillingField, BillingReason>>

const NO_REGION = ['AD', 'DE', 'FR', 'PL', 'PT']

/** Which fields a form shows, in their order, and which of them it needs; docs/domain/billing.md. */
export function fieldsOf(country: string, kind: BuyerKind): Partial<Record<BillingField, Need>> {
  const { taxId, vatId } = taxIdsOf(country, kind)
  const delivered = country === 'IT' && kind === 'company'
  return {
    ...(kind === 'person'
      ? { firstName: 'required', lastName: 'required' }
      : { companyName: 'required' }),
    country: 'required',
    street: 'required',
    postalCode: needsPostalCode(country) ? 'required' : 'optional',
    city: 'required',
    ...(!NO_REGION.includes(country) && { region: country === 'IT' ? 'required' : 'optional' }),
    ...(vatId && { vatId: vatId.need }),
    ...(taxId && { taxId: taxId.need }),
    ...(delivered && { sdiCode: 'either', pec: 'either' }),
  }
}

/** What was typed, cleaned and kept as it is printed, or for each wrong field why. */
export function checkBilling(
  input: BillingInput
): { ok: true; billing: Billing } | { ok: false; reasons: BillingReasons } {
  const { kind } = input
  const country = cleaned(input.country).toUpperCase()
  if (!COUNTRIES.includes(country)) {
    return { ok: false, reasons: { country: country === '' ? 'missing' : 'unknown_country' } }
  }
  const billing: Billing = { ...NOTHING, kind, country }
  const reasons: BillingReasons = {}
  for (const [field, need] of Object.entries(fieldsOf(country, kind)) as [Read, Need][]) {
    if (APART.includes(field)) continue
    const read = readField(field, need, { input, country })
    if (read.ok) billing[field] = read.value
    else reasons[field] = read.reason
  }
  const typed = { sdiCode: cleaned(input.sdiCode), pec: cleaned(input.pec) }
  const delivered = deliveryOf({ country, buyer: kind, ...typed })
  if (delivered.ok) Object.assign(billing, delivered.delivery)
  else reasons[delivered.field] = delivered.reason
  return Object.keys(reasons).length === 0 ? { ok: true, billing } : { ok: false, reasons }
}

/** Read before and after the others. */
const APART: BillingField[] = ['country', 'sdiCode', 'pec']
type Read = Exclude<BillingField, 'country' | 'sdiCode' | 'pec'>
type Given = { input: BillingInput; country: string }
type Value = { ok: true; value: string | null } | { ok: false; reason: BillingReason }

function readField(field: Read, need: Need, given: Given): Value {
  const text = cleaned(given.input[field])
  if (text === '') {
    if (need === 'required') return refused('missing')
    const neither = field === 'vatId' && need === 'either' && cleaned(given.input.taxId) === ''
    return neither ? refused('one_of_two') : { ok: true, value: null }
  }
  if (text.length > LONGEST[field]) return refused('too_long')
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return refused('malformed')
  return FORMS[field]?.(text, given) ?? { ok: true, value: text }
}

const FORMS: Partial<Record<Read, (text: string, given: Given) => Value>> = {
  postalCode: (text, { country }) => {
    const value = postalCodeOf(country, text)
    return value === null ? refused('not_a_postal_code') : { ok: true, value }
  },
  region: (text, { country }) => {
    if (country !== 'IT') return { ok: true, value: text }
    const value = text.toUpperCase()
    return /^[A-Z]{2}$/.test(value) ? { ok: true, value } : refused('not_a_province')
  },
  taxId: (text, given) => taxIdIn('taxId', text, given),
  vatId: (text, given) => taxIdIn('vatId', text, given),
}

function taxIdIn(field: 'taxId' | 'vatId', text: string, { input, country }: Given): Value {
  const rule = taxIdsOf(country, input.kind)[field]
  if (!rule) return { ok: true, value: null }
  return checkTaxId(rule.kind, { typed: text, country, buyer: input.kind })
}

const NOTHING = {
  ...{ firstName: null, lastName: null, companyName: null, street: null, postalCode: null },
  ...{ city: null, region: null, taxId: null, vatId: null, sdiCode: null, pec: null },
}

const cleaned = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFC').trim().replaceAll(/\s+/g, ' ')

const refused = (reason: BillingReason) => ({ ok: false as const, reason })
