import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { setting } from '#core/settings'
import type { FieldErrors } from '#core/web'
import type { ShownPart } from '#plugins/shop-quotes/domain/shown_order'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import type { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import { billedTo } from '#plugins/shop-quotes/presenters/billed_to'
import { answersOf, cartHref } from '#plugins/shop-quotes/presenters/cart_page'
import type { Checkout } from '#plugins/shop-quotes/presenters/own_checkout'
import { methodOptions } from '#plugins/shop-quotes/presenters/payment_page'
import { manyText, presentTotals, priceText } from '#plugins/shop-quotes/presenters/cart_price'
import { offeredMethods } from '#plugins/shop-quotes/queries/offered_methods'
import { orderDigest } from '#plugins/shop-quotes/queries/order_digest'
import type { PricedLine } from '#plugins/shop-quotes/queries/priced_cart'
import { terms } from '#plugins/shop-quotes/settings'

export type LastStep = Checkout & {
  profile: BillingProfile
  methods: Method[]
  /** In the language of the page; null where nothing has to be agreed to. */
  terms: string | null
}

/** What is agreed to, as it is read. */
export async function termsFor({ locale }: HttpContext): Promise<string | null> {
  return translated(await setting(terms), locale) || null
}

export const stepOf = async (
  ctx: HttpContext,
  checkout: Checkout,
  profile: BillingProfile
): Promise<LastStep> => ({
  ...{ ...checkout, profile },
  methods: await offeredMethods(),
  terms: await termsFor(ctx),
})

/** Whether somebody may ask to begin before the time for withdrawing is over. */
export const asksToBegin = (lines: readonly PricedLine[]): boolean =>
  lines.some(({ service }) => service.withdrawalClass === 'begun')

export type SentOrder = { method?: string; terms?: string; starts_early?: string }
type Refused = { errors?: FieldErrors; changed?: readonly ShownPart[]; sent?: SentOrder }

/** S5, step 3 of 3: how it is paid, and everything that is bought right above the button. */
export async function renderLastStep(ctx: HttpContext, step: LastStep, refused: Refused = {}) {
  const { cart, profile, methods, shop, terms: text } = step
  const { errors = {}, changed = [], sent = {} } = refused
  const say = (key: string) => ctx.i18n.t(`shop-quotes.checkout.payment.${key}`)
  if (Object.keys(errors).length > 0) ctx.response.status(422)
  if (changed.length > 0) ctx.response.status(409)
  return ctx.view.render('shop_quotes::pages/checkout_payment', {
    title: say('title'),
    back: {
      href: urlFor('shop-quotes.checkout.edit'),
      label: ctx.i18n.t('shop-quotes.checkout.billing.title'),
    },
    action: urlFor('shop-quotes.checkout_payment.store'),
    hidden: { cart: cart.own?.publicId, seen: digestOf(step) },
    changed: changed.map((part) => say(`changed.${part}`)),
    methods: methodOptions(ctx, methods),
    method: sent.method ?? (methods.length === 1 ? methods[0] : null),
    lines: cart.lines.map((line) => presentLine(ctx, line, step)),
    totals: cart.totals && presentTotals(ctx, cart.totals, shop),
    billing: { lines: billedTo(ctx, profile.billing), change: urlFor('shop-quotes.checkout.edit') },
    change: cartHref('buy'),
    terms: text && { text, agreed: sent.terms !== undefined },
    begins: asksToBegin(cart.lines) ? { agreed: sent.starts_early !== undefined } : null,
    errors,
  })
}

/** Of what this page shows. */
export const digestOf = ({ cart, profile, shop, terms: text }: LastStep): string =>
  orderDigest({
    ...{ lines: cart.lines, totals: cart.totals, currency: shop.currency },
    ...{ billing: profile.billing, terms: text },
  })

function presentLine(ctx: HttpContext, line: PricedLine, { shop }: LastStep) {
  const { service, quantity, price, amountMinor } = line
  return {
    name: translated(service.name, ctx.locale),
    many: price ? manyText(ctx, quantity, priceText(ctx, price, shop), shop) : '',
    amount: ctx.formats(shop.zone).money(amountMinor ?? 0, shop.currency),
    answers: answersOf(ctx, line),
  }
}
