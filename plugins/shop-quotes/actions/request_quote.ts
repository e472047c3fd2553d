import type { User } from '#core/accounts'
import { ownCustomer } from '#core/customers'
import type { Locale } from '#core/organisation'
import { clock, emit, transaction, updateRows, type Result, type Trx } from '#core/platform'
import { adoptCarts } from '#plugins/shop-quotes/actions/adopt_carts'
import { allotNumber } from '#plugins/shop-quotes/actions/allot_number'
import { lockedCart } from '#plugins/shop-quotes/actions/locked_cart'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { commonLocation } from '#plugins/shop-quotes/domain/common_location'
import { QuoteRequested } from '#plugins/shop-quotes/events'
import { queueQuoteMail } from '#plugins/shop-quotes/mails/queue_quote_mail'
import { Cart } from '#plugins/shop-quotes/models/cart'
import { Quote } from '#plugins/shop-quotes/models/quote'
import { Wish } from '#plugins/shop-quotes/models/wish'
import { linesOf } from '#plugins/shop-quotes/queries/cart_lines'
import { priced, type PricedLine } from '#plugins/shop-quotes/queries/priced_cart'
import { quoteOfLines } from '#plugins/shop-quotes/queries/quote_of_lines'
import { shopToday, type ShopToday } from '#plugins/shop-quotes/queries/shop_today'

type Request = {
  user: User
  /** Of the visitor that they were before they signed in. */
  tokenHash: string | null
  locale: Locale
  message: string | null
  /** Public ids of the lines that were shown, in their order. */
  shown: readonly string[]
}

type Requested = Result<{ publicId: string }, 'changed_meanwhile' | 'not_offered'>

/** S8: the lines of the quote cart become a request; it gets its number and its mail (S9). */
export class RequestQuote {
  async handle(request: Request): Promise<Requested> {
    const shop = await shopToday()
    return transaction((trx) => this.#request(trx, request, shop))
  }

  async #request(trx: Trx, request: Request, shop: ShopToday): Promise<Requested> {
    const { user, tokenHash, shown } = request
    const { id } = await lockedCart(trx, { userId: user.id, tokenHash: null }, 'quote')
    // A second click, or another tab: these lines are a request already.
    const earlier = await quoteOfLines(trx, user.id, shown)
    if (earlier) return { ok: true, publicId: earlier }
    await adoptCarts(trx, { userId: user.id, tokenHash })
    const { lines, isReady } = priced(await linesOf(trx, id), 'quote', shop)
    if (lines.length === 0 || lines.map(({ line }) => line.publicId).join() !== shown.join()) {
      return { ok: false, reason: 'changed_meanwhile' }
    }
    if (!isReady) return { ok: false, reason: 'not_offered' }
    await updateRows(trx, Cart, { id }, { state: 'placed', updatedAt: clock.now() })
    const quote = await this.#write(trx, request, { cartId: id, lines, today: shop.day })
    await recordEntry(trx, quote, {
      ...{ deed: 'requested', fromState: null, text: request.message },
      by: { kind: 'customer', id: user.id },
    })
    await emit(trx, QuoteRequested, { quoteId: quote.id })
    await queueQuoteMail(trx, quote, { occasion: 'requested', once: 'requested' })
    return { ok: true, publicId: quote.publicId }
  }

  async #write(
    trx: Trx,
    request: Request,
    asked: { cartId: number; lines: PricedLine[]; today: string }
  ) {
    const { user, locale, message } = request
    const { cartId } = asked
    const { firstName, lastName, email, id: userId } = user
    const actor = { kind: 'customer', id: userId } as const
    const person = { firstName, lastName, email, userId, locale, actor }
    const customerId = (await ownCustomer(trx, person)).id
    const number = await allotNumber(trx, 'Q', asked.today)
    const locationId = commonLocation(asked.lines.map(({ service }) => service.locationId))
    const columns = { number, customerId, locationId, cartId, locale, message }
    const quote = await Quote.create({ ...columns, changedAt: clock.now() }, { client: trx })
    const wishes = asked.lines.map(({ service, quantity, form }, nth) => ({
      ...{ quoteId: quote.id, position: nth + 1, serviceId: service.id, quantity },
      ...{ name: service.name, filledFormId: form?.id ?? null },
    }))
    await Wish.createMany(wishes, { client: trx })
    return quote
  }
}
