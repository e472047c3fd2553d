import { marks, rows, updateRows, type Trx } from '#core/platform'
import { lockedCart, openCartOf, touch } from '#plugins/shop-quotes/actions/locked_cart'
import { mergedLines } from '#plugins/shop-quotes/domain/cart_lines'
import { Cart, type CartKind } from '#plugins/shop-quotes/models/cart'
import { CartLine } from '#plugins/shop-quotes/models/cart_line'
import { FilledForm } from '#plugins/shop-quotes/models/filled_form'
import { linesOf, type CartOwner, type ReadLine } from '#plugins/shop-quotes/queries/cart_lines'

/** Which line of the account took in which line of the visitor, by public id. */
export type Absorbed = ReadonlyMap<string, string>

const KINDS: readonly CartKind[] = ['buy', 'quote']

/** S4: turns over to an account what its person put into carts before they signed in. */
export async function adoptCarts(trx: Trx, { userId, tokenHash }: CartOwner): Promise<Absorbed> {
  const absorbed = new Map<string, string>()
  if (userId === null || tokenHash === null) return absorbed
  const brought = await Cart.query({ client: trx }).where({ tokenHash, state: 'open' })
  for (const kind of KINDS.filter((one) => brought.some((cart) => cart.kind === one))) {
    const own = await lockedCart(trx, { userId, tokenHash: null }, kind)
    // Another tab may have turned it over while this one waited for the lock.
    const cart = await openCartOf(trx, { userId: null, tokenHash }, kind)
    if (cart) await turnOver(trx, { own, cart, absorbed })
  }
  return absorbed
}

type Turn = { own: Cart; cart: Cart; absorbed: Map<string, string> }

async function turnOver(trx: Trx, { own, cart, absorbed }: Turn): Promise<void> {
  const brought = await linesOf(trx, cart.id)
  const merged = mergedLines(await linesOf(trx, own.id), brought)
  for (const { line: kept, quantity, absorbed: gone } of merged) {
    const { id, publicId, cartId } = kept.line
    if (cartId === cart.id || gone.length > 0) {
      // Its version stays: pages showed both carts as one already.
      await updateRows(trx, CartLine, { id }, { cartId: own.id, quantity })
    }
    for (const { line } of gone) absorbed.set(line.publicId, publicId)
    await removeLines(trx, gone)
  }
  await Cart.query({ client: trx }).where('id', cart.id).delete()
  await touch(trx, own)
}

/** Lines go with their answers; files of theirs are swept with the records. */
export async function removeLines(trx: Trx, gone: readonly ReadLine[]): Promise<void> {
  if (gone.length === 0) return
  const ids = gone.map(({ line }) => line.id)
  await rows(trx, `delete from ${CartLine.table} where id in (${marks(ids)})`, ids)
  const forms = gone.flatMap(({ form }) => form?.id ?? [])
  if (forms.length === 0) return
  await rows(trx, `delete from ${FilledForm.table} where id in (${marks(forms)})`, forms)
}
