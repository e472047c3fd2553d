import { Customer } from '#core/customers'
import type { Locale } from '#core/organisation'
import { clock, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { setting } from '#core/settings'
import { createOrder } from '#plugins/shop-quotes/actions/create_order'
import { keepTerms } from '#plugins/shop-quotes/actions/keep_terms'
import { lockedQuote, takeQuoteStep } from '#plugins/shop-quotes/actions/take_quote_step'
import type { Billing } from '#plugins/shop-quotes/domain/billing'
import { areOptional, pricedOffer } from '#plugins/shop-quotes/domain/offer_totals'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import type { AcceptRefusal } from '#plugins/shop-quotes/domain/quote_refusals'
import { standsAs } from '#plugins/shop-quotes/domain/quote_states'
import { Order } from '#plugins/shop-quotes/models/order'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'
import { offerLines } from '#plugins/shop-quotes/queries/offer_lines'
import { orderedLines } from '#plugins/shop-quotes/actions/ordered_lines'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'
import { payWithin } from '#plugins/shop-quotes/settings'

export type Acceptance = {
  quoteId: number
  /** Public id and digest of the version that was shown, and the optional lines chosen of it. */
  version: string
  digest: string
  chosen: readonly string[]
  billing: Billing
  method: Method
  terms: { locale: Locale; text: string }
  startsEarly: boolean
  /** SHA-256 of the sender's address. */
  addressDigest: string
  by: Actor
}

type Accepted = Result<{ order: string }, AcceptRefusal>
type Days = { zone: string; payWithin: number }

/** S10: accepting makes the order, with the prices of the version; a second click gets the same. */
export class AcceptQuote {
  async handle(acceptance: Acceptance): Promise<Accepted> {
    const days = { zone: await organisationZone(), payWithin: await setting(payWithin) }
    return transaction((trx) => this.#accept(trx, acceptance, days))
  }

  async #accept(trx: Trx, acceptance: Acceptance, days: Days): Promise<Accepted> {
    const quote = await lockedQuote(trx, acceptance.quoteId)
    const { version: publicId, digest, chosen } = acceptance
    const shown = { quoteId: quote.id, publicId }
    const version = await QuoteVersion.query({ client: trx }).where(shown).first()
    if (!version?.digest || version.digest !== digest) return refused('another_version')
    if (quote.acceptance?.versionId === version.id) return this.#earlier(trx, version)
    if (standsAs(quote, clock.now()) === 'expired') return refused('expired')
    if (quote.currentVersionId !== version.id) return refused('another_version')
    const lines = await offerLines(version.id, trx)
    if (!areOptional(lines, chosen)) return refused('unknown_line')
    const priced = pricedOffer(lines, version.wholeDiscountBp, chosen)
    return this.#order(trx, { quote, version, priced, acceptance, days })
  }

  async #earlier(trx: Trx, { id: quoteVersionId }: QuoteVersion): Promise<Accepted> {
    const order = await Order.query({ client: trx }).where({ quoteVersionId }).firstOrFail()
    return { ok: true, order: order.publicId }
  }

  async #order(trx: Trx, agreed: Agreed): Promise<Accepted> {
    const { quote, version, priced, acceptance, days } = agreed
    const { billing, method, by, startsEarly } = acceptance
    const { totals } = priced
    const termsId = await keepTerms(trx, acceptance.terms)
    const values = { acceptance: proofOf(agreed, termsId) }
    const stepped = await takeQuoteStep(trx, quote, { step: 'accept', by, values })
    if (!stepped.ok) return stepped
    const order = await createOrder(trx, {
      ...{ by, billing, method, totals, termsId, startsEarly, ...days },
      ...{ locale: quote.locale, currency: version.currency, locationId: quote.locationId },
      customer: await Customer.findOrFail(quote.customerId, { client: trx }),
      lines: await orderedLines(trx, priced.lines, quote.locale),
      ...{ quoteVersionId: version.id, quote: quote.number },
    })
    return { ok: true, order: order.publicId }
  }
}

type Agreed = {
  quote: Quote
  version: QuoteVersion
  priced: ReturnType<typeof pricedOffer<Awaited<ReturnType<typeof offerLines>>[number]>>
  acceptance: Acceptance
  days: Days
}

const refused = (reason: AcceptRefusal) => ({ ok: false as const, reason })

/** What is kept of it, so that anybody can show later what was agreed to. */
function proofOf({ version, priced, acceptance }: Agreed, termsId: number | null) {
  const { digest, chosen, addressDigest } = acceptance
  return {
    ...{ at: clock.now(), versionId: version.id, digest, chosen: [...chosen] },
    ...{ totalMinor: priced.totals.totalMinor, addressDigest, termsId },
  }
}
