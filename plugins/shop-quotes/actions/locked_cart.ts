import { clock, rows, randomId, updateRows, type Trx } from '#core/platform'
import { Cart, type CartKind } from '#plugins/shop-quotes/models/cart'

/** An account, or a visitor by the hash of their cookie. */
export type Holder = { userId: number; tokenHash: null } | { userId: null; tokenHash: string }

const OPEN = `
  insert into ${Cart.table} (public_id, kind, state, user_id, token_hash, created_at, updated_at, version)
  values (?, ?, 'open', ?, ?, ?, ?, 1) on conflict do nothing`

/**
 * The open cart of somebody, made where there is none, and locked until the transaction ends. Of
 * two tabs that make the first one the database lets one be: the other gets the same cart.
 */
export async function lockedCart(trx: Trx, holder: Holder, kind: CartKind): Promise<Cart> {
  const { userId, tokenHash } = holder
  for (;;) {
    const now = clock.now()
    await rows(trx, OPEN, [randomId(), kind, userId, tokenHash, now, now])
    // Between the two it may have been placed or turned over: then there is room for a new one.
    const cart = await openCartOf(trx, holder, kind)
    if (cart) return cart
  }
}

/** The same, null where there is none. */
export function openCartOf(
  trx: Trx,
  { userId, tokenHash }: Holder,
  kind: CartKind
): Promise<Cart | null> {
  const query = Cart.query({ client: trx }).where({ kind, state: 'open' })
  if (userId !== null) void query.where({ userId })
  else void query.whereNull('userId').where({ tokenHash })
  return query.forUpdate().first()
}

/** Somebody changed what is in it: it is kept for another while. */
export async function touch(trx: Trx, cart: Cart): Promise<void> {
  const { id, version } = cart
  const changed = { updatedAt: clock.now(), version: version + 1 }
  await updateRows(trx, Cart, { id }, changed)
}
