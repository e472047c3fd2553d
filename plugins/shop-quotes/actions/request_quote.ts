import type { User } from '#core/accounts'
import { ownCustomer } from '#core/customers'
import type { Locale } from '#core/organisation'
import { clock, emit, transaction, updateRows, type Result, type Trx } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { allotNumber } from '#plugins/shop-quotes/actions/allot_number'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { commonLocation } from '#plugins/shop-quotes/domain/common_location'
import { QuoteRequested } from '#plugins/shop-quotes/events'
import { queueQuoteMail } from '#plugins/shop-quotes/mails/queue_quote_mail'
import { Cart } from '#plugins/shop-quotes/models/cart'
import type { CartLine } from '#plugins/shop-quotes/models/cart_line'
import { Quote } from '#plugins/shop-quotes/models/quote'
import { Wish } from '#plugins/shop-quotes/models/wish'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'
import { wishedLines } from '#plugins/shop-quotes/queries/quote_cart'

type Request = {
  user: User
  locale: Locale
  message: string | null
  cartId: number
  /** Public ids of the lines that were shown, in their order. */
  shown: readonly string[]
}

type Requested = Result<{ publicId: string }, 'changed_meanwhile' | 'not_offered'>

/** S8: the lines of the quote cart become a request; it gets its number and its mail (S9). */
export class RequestQuote {
  async handle(request: Request): Promise<Requested> {
    const today = localDateOf(await organisationZone(), clock.now())
    return transaction((trx) => this.#request(trx, request, today))
  }

  async #request(trx: Trx, request: Request, today: string): Promise<Requested> {
    const { cartId: id, user, shown } = request
    const own = { id, userId: user.id, kind: 'quote' } as const
    const cart = await Cart.query({ client: trx }).where(own).forUpdate().firstOrFail()
    if (cart.state === 'placed') return this.#earlier(trx, id)
    const lines = await wishedLines(id, trx)
    if (lines.length === 0 || lines.map(({ publicId }) => publicId).join() !== shown.join()) {
      return { ok: false, reason: 'changed_meanwhile' }
    }
    const isOffered = ({ service }: CartLine) => service.active && service.priceMode === 'quote'
    if (!lines.every(isOffered)) return { ok: false, reason: 'not_offered' }
    await updateRows(trx, Cart, { id }, { state: 'placed', updatedAt: clock.now() })
    const quote = await this.#write(trx, request, { lines, today })
    await recordEntry(trx, quote, {
      ...{ deed: 'requested', fromState: null, text: request.message },
      by: { kind: 'customer', id: user.id },
    })
    await emit(trx, QuoteRequested, { quoteId: quote.id })
    await queueQuoteMail(trx, quote, { occasion: 'requested', once: 'requested' })
    return { ok: true, publicId: quote.publicId }
  }

  /** A second click, or another tab: one cart makes one request. */
  async #earlier(trx: Trx, cartId: number): Promise<Requested> {
    const { publicId } = await Quote.query({ client: trx }).where({ cartId }).firstOrFail()
    return { ok: true, publicId }
  }

  async #write(trx: Trx, request: Request, asked: { lines: CartLine[]; today: string }) {
    const { user, locale, message, cartId } = request
    const { firstName, lastName, email, id: userId } = user
    const actor = { kind: 'customer', id: userId } as const
    const person = { firstName, lastName, email, userId, locale, actor }
    const customerId = (await ownCustomer(trx, person)).id
    const number = await allotNumber(trx, 'Q', asked.today)
    const locationId = commonLocation(asked.lines.map(({ service }) => service.locationId))
    const columns = { number, customerId, locationId, cartId, locale, message }
    const quote = await Quote.create({ ...columns, changedAt: clock.now() }, { client: trx })
    const wishes = asked.lines.map(({ serviceId, service, quantity, filledFormId }, nth) => ({
      ...{ quoteId: quote.id, position: nth + 1, serviceId, quantity, filledFormId },
      name: service.name,
    }))
    await Wish.createMany(wishes, { client: trx })
    return quote
  }
}
