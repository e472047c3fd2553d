import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import type { CartKind } from '#plugins/shop-quotes/models/cart'
import { presentBar } from '#plugins/shop-quotes/presenters/bar'
import { cartCounts } from '#plugins/shop-quotes/presenters/cart_counts'
import { cartOwner } from '#plugins/shop-quotes/presenters/cart_owner'
import {
  cartHref,
  presentCart,
  type RefusedQuantity,
} from '#plugins/shop-quotes/presenters/cart_page'
import { openCarts, type ReadLine } from '#plugins/shop-quotes/queries/cart_lines'
import { pricedCart } from '#plugins/shop-quotes/queries/priced_cart'
import { shopToday } from '#plugins/shop-quotes/queries/shop_today'

/** What the page of a cart says of what was done last; it stands in the address, since visitors have no session. */
const TOLD = ['added', 'changed', 'removed'] as const
export type ToldOfCart = (typeof TOLD)[number]

/** The page of a cart, with what was wrong with a quantity that was typed. */
export async function renderCart(ctx: HttpContext, kind: CartKind, refused?: RefusedQuantity) {
  const shop = await shopToday()
  const cart = await pricedCart(cartOwner(ctx), kind, shop)
  tell(ctx)
  if (refused) ctx.response.status(422)
  const bar = presentBar(ctx, kind === 'buy' ? 'cart' : 'quote_cart', await cartCounts(ctx))
  const shown = presentCart(ctx, cart, { shop, refused })
  return ctx.view.render('shop_quotes::pages/cart', { ...shown, bar })
}

function tell(ctx: HttpContext): void {
  const { told } = ctx.request.qs() as Record<string, unknown>
  const said = TOLD.find((one) => one === told)
  if (said) ctx.notices.push({ tone: 'success', text: ctx.i18n.t(`shop-quotes.cart.told.${said}`) })
}

export function leadToCart({ response }: HttpContext, kind: CartKind, told: ToldOfCart): void {
  response.redirect().status(303).toPath(cartHref(kind, { told }))
}

export type OwnLine = { kind: CartKind; line: ReadLine }

/** The line in the address, in one of the carts of this visitor; a foreign one is not there. */
export async function lineOf(ctx: HttpContext): Promise<OwnLine> {
  const id: string = ctx.params.id
  const carts = await openCarts(cartOwner(ctx), ['buy', 'quote'])
  for (const { cart, lines } of carts) {
    const line = lines.find((one) => one.line.publicId === id)
    if (line) return { kind: cart.kind, line }
  }
  throw noSuchLine()
}

export const noSuchLine = () => new Exception('No such line in their carts', { status: 404 })
