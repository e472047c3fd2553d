import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { rows } from '#core/platform'
import { cartOwner } from '#plugins/shop-quotes/presenters/cart_owner'
import type { CartKind } from '#plugins/shop-quotes/models/cart'
import type { CartCounts } from '#plugins/shop-quotes/presenters/bar'

const COUNTED = `
  select c.kind, count(*) as n from shop_quotes_carts c
  join shop_quotes_cart_lines l on l.cart_id = c.id
  where c.state = 'open' and (c.user_id = ? or c.token_hash = ?) group by c.kind`

/** How many lines the carts of this visitor have; of strangers nothing is asked. */
export async function cartCounts(ctx: HttpContext): Promise<CartCounts> {
  const counts: CartCounts = { cart: 0, quote_cart: 0 }
  const { userId, tokenHash } = cartOwner(ctx)
  if (userId === null && tokenHash === null) return counts
  const wanted = [userId ?? 0, tokenHash ?? '']
  const found = await rows<{ kind: CartKind; n: number }>(db.connection(), COUNTED, wanted)
  for (const { kind, n } of found) counts[kind === 'buy' ? 'cart' : 'quote_cart'] = Number(n)
  return counts
}
