import { clock, transaction, updateRows, type Actor, type Result } from '#core/platform'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { Order } from '#plugins/shop-quotes/models/order'

/** What staff put in order among themselves. */
type Arrangement = Partial<Pick<Order, 'assigneeId' | 'locationId'>>

type Change = { orderId: number; values: Arrangement; by: Actor }

/** Assigns an order to somebody, or hands it over to a location. */
export class ChangeOrder {
  handle({ orderId, values, by }: Change): Promise<Result<object, 'changed_meanwhile'>> {
    return transaction(async (trx) => {
      const order = await lockedOrder(trx, orderId)
      const changes = changesOf(order, values)
      if (Object.keys(changes).length === 0) return { ok: true }
      const { id, version, state: fromState } = order
      const now = clock.now()
      const written = { ...values, version: version + 1, changedAt: now, updatedAt: now }
      if ((await updateRows(trx, Order, { id, version }, written)) !== 1) {
        return { ok: false, reason: 'changed_meanwhile' }
      }
      order.merge(written)
      order.$hydrateOriginals()
      await recordEntry(trx, order, { deed: 'changed', by, fromState, changes })
      return { ok: true }
    })
  }
}

function changesOf(order: Order, values: Arrangement) {
  const names = Object.keys(values) as (keyof Arrangement)[]
  return Object.fromEntries(
    names
      .filter((name) => order[name] !== values[name])
      .map((name) => [name, [order[name], values[name]] as [unknown, unknown]])
  )
}
