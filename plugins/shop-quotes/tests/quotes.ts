import type { User } from '#core/accounts'
import { OutboxMail } from '#core/messaging'
import { randomId, type Actor } from '#core/platform'
import { RequestQuote } from '#plugins/shop-quotes/actions/request_quote'
import { SaveDraft } from '#plugins/shop-quotes/actions/save_draft'
import { SendQuote } from '#plugins/shop-quotes/actions/send_quote'
import type { Billing } from '#plugins/shop-quotes/domain/billing'
import type { Draft, DraftLine } from '#plugins/shop-quotes/domain/draft'
import { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import { Cart } from '#plugins/shop-quotes/models/cart'
import { CartLine } from '#plugins/shop-quotes/models/cart_line'
import { Category } from '#plugins/shop-quotes/models/category'
import { Entry } from '#plugins/shop-quotes/models/entry'
import { Quote } from '#plugins/shop-quotes/models/quote'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { someCustomer, someStaff, signedIn } from '#tests/accounts/people'
import { aLocation } from '#tests/scheduling/planner'

/** Monday, 10:00 in Madrid. */
export const NOW = '2026-11-30T09:00:00Z'
export const MINE = '/account/shop-quotes/quotes'

/** A Monday in Madrid with one service that is quoted. */
export async function aQuotedService(own: Partial<ShopService> = {}): Promise<ShopService> {
  const category = await Category.firstOrCreate({ slug: 'lenses' }, { name: { en: 'Lenses' } })
  return ShopService.create({
    ...{ slug: `glasses-${randomId().toLowerCase()}`, categoryId: category.id },
    ...{ name: { en: 'Glasses', es: 'Gafas' }, priceMode: 'quote', priceMinor: null },
    ...{ basis: 'gross', taxClass: 'standard', withdrawalClass: 'begun', ...own },
  })
}

/** A quote cart of somebody with these services in it. */
export async function aQuoteCart(user: User, services: ShopService[]): Promise<Cart> {
  const cart = await Cart.create({ kind: 'quote', userId: user.id })
  for (const { id: serviceId } of services) {
    await CartLine.create({ cartId: cart.id, serviceId, quantity: 2, seenPrice: null })
  }
  return cart
}

export type Asked = Awaited<ReturnType<typeof aRequest>>

/** A customer who has asked for a quote and is signed in; `page` is that of the quote. */
export async function aRequest(own: Partial<ShopService> = {}) {
  await aLocation({ zone: 'Europe/Madrid' })
  const service = await aQuotedService(own)
  const user = await someCustomer({ firstName: 'Bea', lastName: 'Nowhere' })
  const quote = await requested(user, service)
  return { user, service, quote, client: await signedIn(user), page: `${MINE}/${quote.publicId}` }
}

export async function requested(user: User, service: ShopService): Promise<Quote> {
  const cart = await aQuoteCart(user, [service])
  const shown = (await CartLine.query().where('cartId', cart.id)).map(({ publicId }) => publicId)
  const asked = { user, tokenHash: null, locale: 'en', message: 'For reading.' } as const
  const made = await new RequestQuote().handle({ ...asked, shown })
  if (!made.ok) throw new Error(made.reason)
  return Quote.findByOrFail('publicId', made.publicId)
}

export const aLine = (own: Partial<DraftLine> = {}): DraftLine => ({
  ...{ serviceId: null, wishId: null, description: 'Glasses', quantity: '1' },
  ...{ unitPriceMinor: 12_100, basis: 'gross', discountBp: 0, taxClass: 'standard' },
  ...{ optional: false, ...own },
})

export const aDraft = (own: Partial<Draft> = {}): Draft => ({
  ...{ intro: 'As we spoke.', conditions: null, lastDay: '2026-12-09', wholeDiscountBp: 0 },
  ...{ lines: [aLine()], ...own },
})

export async function asStaff(): Promise<Actor> {
  return { kind: 'staff', id: (await someStaff({ role: 'desk' })).id }
}

/** Staff send this offer; the quote as it is then. */
export async function offers(quote: Quote, own: Partial<Draft> = {}, by?: Actor): Promise<Quote> {
  const actor = by ?? (await asStaff())
  const saved = await new SaveDraft().handle({
    ...{ quoteId: quote.id, draft: aDraft(own), seen: 0, by: actor },
  })
  if (!saved.ok) throw new Error(saved.reason)
  const sent = await new SendQuote().handle({ quoteId: quote.id, seen: saved.seen, by: actor })
  if (!sent.ok) throw new Error(sent.reason)
  return quoteNow(quote)
}

export const quoteNow = ({ id }: Quote): Promise<Quote> => Quote.findOrFail(id)

/** What happened, in order: `requested requested`. */
export async function deedsOf({ id: quoteId }: Quote): Promise<string[]> {
  const entries = await Entry.query().where({ quoteId }).orderBy('id')
  return entries.map(({ deed, toState }) => `${deed} ${toState}`)
}

/** Templates of the mails about a quote, oldest first. */
export async function mailsAbout({ id }: Quote): Promise<string[]> {
  const mails = await OutboxMail.query()
    .where('dedupeKey', 'like', 'shop-quotes.quote_%')
    .orderBy('id')
  return mails.map(({ template }) => template).filter(() => id > 0)
}

/** A person in Madrid, as papers name them. */
export const billing = (): Billing => ({
  ...{ kind: 'person', firstName: 'Bea', lastName: 'Nowhere', companyName: null },
  ...{ street: 'Calle Mayor 4', postalCode: '28013', city: 'Madrid', country: 'ES' },
  ...{ region: null, taxId: null, vatId: null, sdiCode: null, pec: null },
})

/** Billing data that somebody has saved. */
export const aProfile = ({ id: userId }: User): Promise<BillingProfile> =>
  BillingProfile.create({ userId, billing: billing() })

/** An offer of glasses for 121.00 and, if wanted, of a case for 12.10. */
export async function anOffer({ isBilled = true } = {}): Promise<Asked> {
  const asked = await aRequest()
  if (isBilled) await aProfile(asked.user)
  const lines = [
    aLine({ serviceId: asked.service.id }),
    aLine({ description: 'Case', unitPriceMinor: 1210, optional: true }),
  ]
  return { ...asked, quote: await offers(asked.quote, { lines }) }
}

/** The form with which a customer accepts it. */
export const acceptanceOf = async ({ client, page }: Asked) =>
  (await client.get(`${page}/acceptance`)).form('/acceptance')
