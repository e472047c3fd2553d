import db from '@adonisjs/lucid/services/db'
import type { Translated } from '#core/organisation'
import { marks, rows } from '#core/platform'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'

/** Names of what orders are about, in the order of their lines: order id → names. */
export async function orderedServices(orderIds: readonly number[]) {
  if (orderIds.length === 0) return new Map<number, Translated[]>()
  const sql = `select order_id, name from ${OrderLine.table} where order_id in (${marks(orderIds)})
    order by order_id, position`
  const found = await rows<{ order_id: number; name: string }>(db.connection(), sql, orderIds)
  const byOrder = Map.groupBy(found, (row) => row.order_id)
  return new Map(
    [...byOrder].map(([id, own]) => [id, own.map(({ name }) => JSON.parse(name) as Translated)])
  )
}
