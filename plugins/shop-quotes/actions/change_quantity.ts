import { clock, transaction, updateRows } from '#core/platform'
import { removeLines } from '#plugins/shop-quotes/actions/adopt_carts'
import { touch } from '#plugins/shop-quotes/actions/locked_cart'
import { lockedLine } from '#plugins/shop-quotes/actions/locked_line'
import type { CartKind } from '#plugins/shop-quotes/models/cart'
import { CartLine } from '#plugins/shop-quotes/models/cart_line'
import type { CartOwner } from '#plugins/shop-quotes/queries/cart_lines'

type Named = { owner: CartOwner; id: string }
/** Null: there is no such line in their carts. */
type InCart = CartKind | null

/** So many of a service; of two windows the last one says how many. */
export const changeQuantity = ({ owner, id }: Named, quantity: number): Promise<InCart> =>
  transaction(async (trx) => {
    const found = await lockedLine(trx, owner, id)
    if (!found) return null
    const { version } = found.line.line
    const changes = { quantity, version: version + 1, updatedAt: clock.now() }
    await updateRows(trx, CartLine, { id: found.line.line.id }, changes)
    await touch(trx, found.cart)
    return found.cart.kind
  })

/** A service that they do not want after all. */
export const removeLine = ({ owner, id }: Named): Promise<InCart> =>
  transaction(async (trx) => {
    const found = await lockedLine(trx, owner, id)
    if (!found) return null
    await removeLines(trx, [found.line])
    await touch(trx, found.cart)
    return found.cart.kind
  })
