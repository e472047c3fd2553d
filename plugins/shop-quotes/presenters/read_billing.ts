import type { HttpContext } from '@adonisjs/core/http'
import type { FieldErrors } from '#core/web'
import { setting } from '#core/settings'
import { checkBilling, type Billing, type BillingField } from '#plugins/shop-quotes/domain/billing'
import {
  controlOf,
  labelOf,
  type BillingValues,
} from '#plugins/shop-quotes/presenters/billing_form'
import { sellerCountry } from '#plugins/shop-quotes/settings'
import { typedBillingValidator } from '#plugins/shop-quotes/validators/billing'

export type ReadBilling = {
  values: BillingValues
  errors: FieldErrors
  /** Null where something is wrong, or only the fields of another country were asked for. */
  billing: Billing | null
  /** Nobody has sent it yet: another country or kind was chosen. */
  isAsking: boolean
}

const FIELDS = [
  ...['firstName', 'lastName', 'companyName', 'street', 'postalCode', 'city', 'region'],
  ...['taxId', 'vatId', 'sdiCode', 'pec'],
] as BillingField[]

/** What was typed about who is billed, kept whatever it is, and what is wrong with each field. */
export async function readBilling(ctx: HttpContext): Promise<ReadBilling> {
  const [, form] = await ctx.request.tryValidateUsing(typedBillingValidator)
  const { kind = 'person', country = await setting(sellerCountry), show, ...rest } = form ?? {}
  const typed = Object.fromEntries(
    Object.entries(rest).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  )
  const values: BillingValues = { kind, country, typed }
  if (show !== undefined) return { values, errors: {}, billing: null, isAsking: true }
  const input = Object.fromEntries(FIELDS.map((field) => [field, typed[controlOf(field)]]))
  const checked = checkBilling({ ...input, kind, country })
  if (checked.ok) return { values, errors: {}, billing: checked.billing, isAsking: false }
  const say = (key: string) => ctx.i18n.t(`shop-quotes.checkout.billing.${key}`)
  // The summary on top names each field, of which several may miss the same.
  const errors = Object.entries(checked.reasons).map(([name, reason]) => {
    const field = name as BillingField
    return [
      controlOf(field),
      `${say(labelOf(field, { country, kind }))}: ${say(`errors.${reason}`)}`,
    ]
  })
  return { values, errors: Object.fromEntries(errors), billing: null, isAsking: false }
}

/** What a profile says, as the form shows it. */
export function valuesOf({ kind, country, ...billing }: Billing): BillingValues {
  const known = Object.entries(billing).filter((pair): pair is [string, string] => pair[1] !== null)
  const typed = known.map(([field, text]) => [controlOf(field as BillingField), text])
  return { kind, country, typed: Object.fromEntries(typed) }
}
