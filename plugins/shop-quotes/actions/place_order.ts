import { ownCustomer } from '#core/customers'
import type { Locale } from '#core/organisation'
import { clock, transaction, updateRows, type Actor, type Trx } from '#core/platform'
import { adoptCarts } from '#plugins/shop-quotes/actions/adopt_carts'
import { createOrder, type NewOrder } from '#plugins/shop-quotes/actions/create_order'
import { keepTerms } from '#plugins/shop-quotes/actions/keep_terms'
import { linesToOrder } from '#plugins/shop-quotes/actions/lines_to_order'
import { commonLocation } from '#plugins/shop-quotes/domain/common_location'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import { changedParts, type ShownPart } from '#plugins/shop-quotes/domain/shown_order'
import { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import { Cart } from '#plugins/shop-quotes/models/cart'
import { Order } from '#plugins/shop-quotes/models/order'
import { linesOf } from '#plugins/shop-quotes/queries/cart_lines'
import { orderDigest } from '#plugins/shop-quotes/queries/order_digest'
import { priced } from '#plugins/shop-quotes/queries/priced_cart'
import type { ShopToday } from '#plugins/shop-quotes/queries/shop_today'

export type Placing = {
  /** Public id of the cart that was shown, and what was shown of it. */
  cart: string
  seen: string
  person: { userId: number; firstName: string; lastName: string; email: string }
  /** Of the visitor that they were before they signed in. */
  tokenHash: string | null
  by: Actor
  locale: Locale
  method: Method
  startsEarly: boolean
  terms: string | null
  shop: ShopToday
  payWithin: number
}

type Placed = { ok: true; publicId: string; isNew: boolean }
type NotPlaced =
  | { ok: false; reason: 'no_cart' | 'not_ready' | 'no_billing' }
  | { ok: false; reason: 'changed'; parts: ShownPart[] }

/** S5: the cart becomes an order, once; whoever sends it again gets the same order. */
export class PlaceOrder {
  async handle(placing: Placing): Promise<Placed | NotPlaced> {
    return transaction((trx) => this.#place(trx, placing))
  }

  async #place(trx: Trx, placing: Placing): Promise<Placed | NotPlaced> {
    const { person, tokenHash, shop } = placing
    const { userId } = person
    const named = Cart.query({ client: trx }).where({ publicId: placing.cart, userId, kind: 'buy' })
    const cart = await named.forUpdate().first()
    if (!cart) return { ok: false, reason: 'no_cart' }
    if (cart.state === 'placed') return this.#again(trx, cart)
    await adoptCarts(trx, { userId, tokenHash })
    const { lines, totals, isReady } = priced(await linesOf(trx, cart.id), 'buy', shop)
    if (!isReady || !totals) return { ok: false, reason: 'not_ready' }
    const owned = BillingProfile.query({ client: trx }).where({ userId })
    const profile = await owned.where('id', cart.billingProfileId ?? 0).first()
    if (!profile) return { ok: false, reason: 'no_billing' }
    const { billing } = profile
    const { currency } = shop
    const now = orderDigest({ lines, totals, billing, terms: placing.terms, currency })
    const parts = changedParts(placing.seen, now)
    if (parts.length > 0) return { ok: false, reason: 'changed', parts }
    const values = { lines: linesToOrder(lines, shop), totals, billing, cartId: cart.id }
    const locationId = commonLocation(lines.map(({ service }) => service.locationId))
    const { publicId } = await this.#create(trx, placing, { ...values, locationId })
    const { id, version } = cart
    const placed = { state: 'placed', version: version + 1, updatedAt: clock.now() } as const
    await updateRows(trx, Cart, { id }, placed)
    return { ok: true, publicId, isNew: true }
  }

  async #again(trx: Trx, { id: cartId }: Cart): Promise<Placed> {
    const { publicId } = await Order.query({ client: trx }).where({ cartId }).firstOrFail()
    return { ok: true, publicId, isNew: false }
  }

  async #create(
    trx: Trx,
    { person, by, locale, method, startsEarly, terms, shop, payWithin }: Placing,
    values: Pick<NewOrder, 'lines' | 'totals' | 'billing' | 'locationId'> & { cartId: number }
  ): Promise<Order> {
    const customer = await ownCustomer(trx, { ...person, locale, actor: by })
    const termsId = await keepTerms(trx, { locale, text: terms ?? '' })
    const { currency, zone } = shop
    const agreed = { method, startsEarly, termsId, payWithin }
    return createOrder(trx, { ...values, ...agreed, customer, by, locale, currency, zone })
  }
}
