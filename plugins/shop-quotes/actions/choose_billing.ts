import { clock, transaction, updateRows } from '#core/platform'
import { adoptCarts } from '#plugins/shop-quotes/actions/adopt_carts'
import { openCartOf } from '#plugins/shop-quotes/actions/locked_cart'
import { Cart } from '#plugins/shop-quotes/models/cart'
import type { CartOwner } from '#plugins/shop-quotes/queries/cart_lines'

type Chosen = { owner: CartOwner & { userId: number }; billingProfileId: number }

/** S5: to whom the cart will be billed. False: there is no cart any more. */
export const chooseBilling = ({ owner, billingProfileId }: Chosen): Promise<boolean> =>
  transaction(async (trx) => {
    await adoptCarts(trx, owner)
    const cart = await openCartOf(trx, { userId: owner.userId, tokenHash: null }, 'buy')
    if (!cart) return false
    const { id, version } = cart
    const changes = { billingProfileId, version: version + 1, updatedAt: clock.now() }
    await updateRows(trx, Cart, { id }, changes)
    return true
  })
