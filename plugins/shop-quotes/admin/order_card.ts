import type { RelatedList, Subject, Viewer } from '#core/admin'
import { orders } from '#plugins/shop-quotes/admin/orders'
import { seenAtLocations } from '#plugins/shop-quotes/admin/seen_by'
import { Order } from '#plugins/shop-quotes/models/order'

/** A customer’s orders, on their card. */
export const ordersOnCard: RelatedList = {
  id: 'shop-quotes-orders',
  to: () => orders,
  by: 'customerId',
  sort: '-createdAt',
  without: ['customer', 'lastDay', 'assigneeId', 'location', 'method', 'reference'],
}

/** Whose history belongs to the customer’s timeline. */
export async function orderSubjects(customerId: number, viewer: Viewer): Promise<Subject[]> {
  if (!viewer.can('shop-quotes.view')) return []
  const query = Order.query().where({ customerId }).select('id')
  seenAtLocations(query as never, viewer)
  return (await query).map(({ id }) => ({ object: 'shop-quotes.order', id }))
}
