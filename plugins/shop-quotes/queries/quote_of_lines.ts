import { marks, rows, type Trx } from '#core/platform'

type Found = { publicId: string }

/** The quote that was requested with one of these lines of a cart of theirs. */
export async function quoteOfLines(
  trx: Trx,
  userId: number,
  lines: readonly string[]
): Promise<string | null> {
  if (lines.length === 0) return null
  const sql = `select q.public_id as "publicId" from shop_quotes_quotes q
    join shop_quotes_carts c on c.id = q.cart_id and c.user_id = ?
    join shop_quotes_cart_lines l on l.cart_id = c.id
    where l.public_id in (${marks(lines)}) limit 1`
  const [found] = await rows<Found>(trx, sql, [userId, ...lines])
  return found?.publicId ?? null
}
