import type { HttpContext } from '@adonisjs/core/http'
import { presentAnswers } from '#core/forms'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import type { CartKind } from '#plugins/shop-quotes/models/cart'
import { presentTotals, priceText } from '#plugins/shop-quotes/presenters/cart_price'
import type { PricedCart, PricedLine } from '#plugins/shop-quotes/queries/priced_cart'
import type { ShopToday } from '#plugins/shop-quotes/queries/shop_today'

const ROUTES: Record<CartKind, string> = {
  buy: 'shop-quotes.cart.show',
  quote: 'shop-quotes.quote_cart.show',
}
const WAYS_ON: Record<CartKind, string> = {
  buy: 'shop-quotes.checkout.edit',
  quote: 'shop-quotes.quote_requests.create',
}

export const cartHref = (kind: CartKind, query = {}): string => urlFor(ROUTES[kind], {}, query)

/** How many were typed for a line, and why that was refused. */
export type RefusedQuantity = { id: string; typed: string; error: string }

/** A cart with everything that can be done about it. */
export function presentCart(
  ctx: HttpContext,
  cart: PricedCart,
  { shop, refused }: { shop: ShopToday; refused?: RefusedQuantity }
) {
  const { kind, lines, totals, isReady } = cart
  const say = (key: string) => ctx.i18n.t(`shop-quotes.cart.${key}`)
  return {
    title: say(`titles.${kind}`),
    lead: lines.length > 0 ? say(`leads.${kind}`) : null,
    kind,
    lines: lines.map((line) => presentLine(ctx, line, { shop, refused })),
    totals: totals && presentTotals(ctx, totals, shop),
    empty: say(`empty.${kind}`),
    shopHref: urlFor('shop-quotes.catalogue.index'),
    blocked: isReady ? null : say('blocked'),
    go: isReady ? { label: say(`go.${kind}`), href: urlFor(WAYS_ON[kind]) } : null,
    isStaff: ctx.actor.kind === 'staff',
    errors: refused ? { [`quantity-${refused.id}`]: refused.error } : {},
  }
}

type Around = { shop: ShopToday; refused?: RefusedQuantity }

/** S6: a line with its answers, its price now and before, and the ways to change it. */
function presentLine(ctx: HttpContext, line: PricedLine, { shop, refused }: Around) {
  const { service, standing, price, former, amountMinor, quantity } = line
  const { publicId: id } = line.line
  const { i18n, locale } = ctx
  const own = refused?.id === id ? refused : null
  const name = translated(service.name, locale)
  return {
    ...{
      id,
      name,
      most: service.most,
      quantity: own?.typed ?? quantity,
      error: own?.error ?? null,
    },
    href: urlFor('shop-quotes.catalogue.services.show', { slug: service.slug }),
    price: standing === 'gone' || !price ? null : priceText(ctx, price, shop),
    amount: amountMinor === null ? null : ctx.formats(shop.zone).money(amountMinor, shop.currency),
    told: toldOf(ctx, line),
    former:
      former &&
      standing !== 'gone' &&
      i18n.t('shop-quotes.cart.price.was', { price: priceText(ctx, former, shop) }),
    isGone: standing === 'gone',
    asksMany: service.most > 1 || quantity > 1,
    quantityAction: urlFor('shop-quotes.quantities.update', { id }),
    editHref: urlFor('shop-quotes.lines.edit', { id }),
    removeHref: urlFor('shop-quotes.line_removals.create', { id }),
    answers: answersOf(ctx, line),
  }
}

/** What keeps the line from being ordered, in a sentence. */
const toldOf = ({ i18n }: HttpContext, { standing, service }: PricedLine): string | null =>
  standing === 'ready'
    ? null
    : i18n.t(`shop-quotes.cart.standing.${standing}`, { most: service.most })

/** Answers in words; the names of files, which only the account itself may open. */
export function answersOf(
  { locale, actor }: HttpContext,
  { form, fields }: Pick<PricedLine, 'form' | 'fields'>
) {
  if (!form) return []
  return presentAnswers(fields, form.answers, locale).map(({ label, value, file }) => ({
    label,
    text: value,
    href: file && actor.kind !== 'public' ? urlFor('files.show', { id: file }) : undefined,
  }))
}
