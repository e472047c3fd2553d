import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, signedInCustomer } from '#core/accounts'
import { clock, urlFor, type Actor } from '#core/platform'
import { standsAs, type QuoteState } from '#plugins/shop-quotes/domain/quote_states'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import type { OfferReader } from '#plugins/shop-quotes/presenters/offer'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'
import { ownQuote } from '#plugins/shop-quotes/queries/own_quotes'

const PUBLIC_ID = /^[\w-]{22}$/

/** The quote in the address, of whoever is signed in; another person's is not there. */
export async function quoteOf(ctx: HttpContext): Promise<Quote> {
  const user = signedInCustomer(ctx)
  const id = String(ctx.params.id)
  const found = PUBLIC_ID.test(id) ? await ownQuote(user.id, id) : null
  if (!found) throw new Exception('No such quote of this person', { status: 404 })
  return found
}

/** As it stands at this moment, whether or not a job has written so yet. */
export const stateNow = (quote: Quote): QuoteState => standsAs(quote, clock.now())

export const quoteAddress = ({ publicId: id }: Pick<Quote, 'publicId'>): string =>
  urlFor('shop-quotes.mine.quotes.show', { id })

/** Who is signed in, as the doer of a step. */
export const customerActor = (ctx: HttpContext): Actor => ({
  kind: 'customer',
  id: signedInCustomer(ctx).id,
})

/** Days of quotes are those of the organisation, whoever reads them. */
export async function offerReader(ctx: HttpContext): Promise<OfferReader> {
  const zone = await organisationZone()
  return { t: (key, values) => ctx.i18n.t(key, values), formats: ctx.formats(zone) }
}

/** On to the page of the quote, which then says what happened. */
export function leadToQuote(
  ctx: HttpContext,
  quote: Pick<Quote, 'publicId'>,
  said: string,
  tone: 'success' | 'warning' = 'success'
): void {
  const text = ctx.i18n.t(`shop-quotes.quotes.notices.${said}`)
  leadToAccount(ctx, quoteAddress(quote), { tone, text })
}
