import { marks, recordsFrom, rows, type Client } from '#core/platform'
import { ordersNamed } from '#plugins/shop-quotes/domain/bank_match'
import { Order } from '#plugins/shop-quotes/models/order'

/** For each text of a transfer the order that it names; none where it names several. */
export async function ordersOfPurposes(
  client: Client,
  purposes: readonly string[]
): Promise<(Order | null)[]> {
  const named = purposes.map(ordersNamed)
  const known = await ordersByNumber(client, [...new Set(named.flat())])
  return named.map((numbers) => {
    const found = numbers.flatMap((number) => known.get(number) ?? [])
    return found.length === 1 ? found[0] : null
  })
}

/** A database takes some thousand values in one statement. */
const AT_ONCE = 500

async function ordersByNumber(client: Client, numbers: string[]): Promise<Map<string, Order>> {
  const found = new Map<string, Order>()
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const some = numbers.slice(from, from + AT_ONCE)
    const sql = `select * from ${Order.table} where number in (${marks(some)})`
    const orders = recordsFrom(Order, await rows<Record<string, unknown>>(client, sql, some))
    for (const order of orders) found.set(order.number, order)
  }
  return found
}
