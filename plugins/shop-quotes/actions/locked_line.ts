import type { Trx } from '#core/platform'
import { adoptCarts } from '#plugins/shop-quotes/actions/adopt_carts'
import { Cart } from '#plugins/shop-quotes/models/cart'
import { linesOf, type CartOwner, type ReadLine } from '#plugins/shop-quotes/queries/cart_lines'
import { CartLine } from '#plugins/shop-quotes/models/cart_line'

export type LockedLine = { cart: Cart; line: ReadLine }

/**
 * A line in a cart of theirs, which is locked until the transaction ends; null for every other
 * id. What a visitor brought is turned over to their account first.
 */
export async function lockedLine(
  trx: Trx,
  owner: CartOwner,
  publicId: string
): Promise<LockedLine | null> {
  const absorbed = await adoptCarts(trx, owner)
  const id = absorbed.get(publicId) ?? publicId
  const known = await CartLine.query({ client: trx }).where('publicId', id).first()
  const cart = known && (await ownCart(trx, owner, known.cartId))
  if (!cart) return null
  const lines = await linesOf(trx, cart.id)
  const line = lines.find((one) => one.line.publicId === id)
  return line ? { cart, line } : null
}

function ownCart(trx: Trx, { userId, tokenHash }: CartOwner, id: number): Promise<Cart | null> {
  const query = Cart.query({ client: trx }).where({ id, state: 'open' })
  if (userId !== null) void query.where({ userId })
  else void query.whereNull('userId').where('tokenHash', tokenHash ?? '')
  return query.forUpdate().first()
}
