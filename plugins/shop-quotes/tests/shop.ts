import type { User } from '#core/accounts'
import { saveFormVersion, type FormField } from '#core/forms'
import { saveSetting } from '#core/settings'
import { SYSTEM, transaction } from '#core/platform'
import { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import { Category } from '#plugins/shop-quotes/models/category'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { terms } from '#plugins/shop-quotes/settings'
import { anAccount } from '#plugins/shop-quotes/tests/orders_to_pay'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { aPdf } from '#tests/files/corpus'
import type { Answer, HttpClient } from '#tests/kit/http'
import { aLocation } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

/** Monday, 10:00 in Madrid. */
export const NOW = '2027-01-11T09:00:00Z'
export const CHECKOUT = '/account/shop-quotes/checkout'
export const ORDERS = '/account/shop-quotes/orders'
export const EMAIL = 'bea@example.org'

let serial = 0

type Own = Partial<ShopService> & { fields?: FormField[] }

/** A service of 49.00 with VAT that is asked for in one click, unless it says otherwise. */
export async function aService({ fields, ...own }: Own = {}): Promise<ShopService> {
  const n = ++serial
  const category = await Category.firstOrCreate({ slug: 'eyes' }, { name: { en: 'Eyes' } })
  const formId = fields ? await aForm(fields) : null
  return ShopService.create({
    ...{ slug: `eye-test-${n}`, categoryId: category.id, name: { en: `Eye test ${n}` } },
    ...{ priceMode: 'fixed', priceMinor: 4900, basis: 'gross', taxClass: 'standard', formId },
    ...{ withdrawalClass: 'begun', most: 10, position: n, active: true },
    ...own,
  })
}

/** Where the organisation is, and its bank account. */
export async function aShop(): Promise<void> {
  await aLocation({ zone: 'Europe/Madrid' })
  await anAccount()
}

export async function aForm(fields: FormField[]): Promise<number> {
  const input = { definitionId: null, name: 'Form', fields, actor: SYSTEM }
  const saved = await transaction((trx) => saveFormVersion(trx, input))
  if (!saved.ok) throw new Error(saved.reason)
  return saved.definition.id
}

export const withTerms = (text: string) =>
  transaction((trx) => saveSetting(trx, terms, { en: text, es: text }, SYSTEM))

export const formOf = (service: ShopService): string => `/shop/services/${service.slug}/form`

/** Puts a service into the cart through its page. */
export async function add(
  client: HttpClient,
  service: ShopService,
  fields: Record<string, string | File> = {}
): Promise<Answer> {
  const page = await client.get(formOf(service))
  const own = page.form('/form').fields as Record<string, string>
  const sent = { ...own, ...fields }
  const hasFile = Object.values(fields).some((value) => typeof value !== 'string')
  return hasFile
    ? client.upload(formOf(service), sent)
    : client.post(formOf(service), sent as Record<string, string>)
}

export const pdf = (name = 'Prescription of Bea.pdf') =>
  new File([new Uint8Array(aPdf())], name, { type: 'application/pdf' })

/** A person in Madrid, as the form of billing data takes them. */
export const BILLED = {
  ...{ kind: 'person', country: 'ES', first_name: 'Bea', last_name: 'Nowhere' },
  ...{ street: 'Calle Mayor 4', postal_code: '28013', city: 'Madrid', region: '' },
  tax_id: '12345678Z',
}

/** Billing data that somebody has kept; their public id. */
export async function aBillingProfileOf(userId: number): Promise<string> {
  const person = { kind: 'person', firstName: 'Bea', lastName: 'N', companyName: null } as const
  const where = { street: 'Calle Mayor 4', postalCode: '28013', city: 'Madrid', country: 'ES' }
  const numbers = { region: null, taxId: '12345678Z', vatId: null, sdiCode: null, pec: null }
  const billing = { ...person, ...where, ...numbers }
  return (await BillingProfile.create({ userId, billing })).publicId
}

export type Buyer = { user: User; client: HttpClient }

/** Somebody who has put services into the cart and signed in then. */
export async function aBuyer(services: readonly ShopService[] = []): Promise<Buyer> {
  const user = await someCustomer({
    email: `b${++serial}${EMAIL}`,
    firstName: 'Bea',
    lastName: 'N',
  })
  const client = await signedIn(user)
  for (const service of services) await add(client, service)
  return { user, client }
}

/** The last step, with billing data entered. */
export async function lastStep(client: HttpClient): Promise<Answer> {
  const form = (await client.get(CHECKOUT)).form('/checkout')
  const isKnown = 'profile' in form.fields
  const chosen = await client.submit(form, isKnown ? {} : BILLED)
  if (chosen.status !== 303) throw new Error(`Billing answered ${chosen.status}: ${chosen.text}`)
  return client.follow(chosen)
}

/** Completes the purchase; where the order is. */
export async function buys(
  client: HttpClient,
  fields: Record<string, string> = {}
): Promise<string> {
  const form = (await lastStep(client)).form('/checkout/payment')
  const done = await client.submit(form, { method: 'desk', terms: 'on', ...fields })
  if (!done.location) throw new Error(`Ordering answered ${done.status}`)
  return done.location
}

export const stranger = () => visitor()
