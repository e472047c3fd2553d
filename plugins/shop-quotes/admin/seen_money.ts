import type { Query, Viewer } from '#core/admin'
import { seenAtLocations } from '#plugins/shop-quotes/admin/seen_by'
import { Order } from '#plugins/shop-quotes/models/order'

/** Money is seen by those who see its order; what is nobody's yet, by all. */
export function seenByOrder(query: Query, viewer: Viewer): void {
  if (viewer.locationIds === null) return
  const orders = Order.query().select('id')
  seenAtLocations(orders as unknown as Query, viewer)
  query.where((seen) => void seen.whereNull('orderId').orWhereIn('orderId', orders))
}
