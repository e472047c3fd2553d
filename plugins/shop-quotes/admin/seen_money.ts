import type { Query, Viewer } from '#core/admin'
import { Order } from '#plugins/shop-quotes/models/order'

/** Orders that this person may see: `seenAtLocations` says the same of their list. */
export function seenOrders({ locationIds }: Viewer) {
  const orders = Order.query()
  if (locationIds === null) return orders
  return orders.where(
    (seen) => void seen.whereNull('locationId').orWhereIn('locationId', locationIds)
  )
}

/** Money is seen by those who see its order; what is nobody's yet, by all. */
export function seenByOrder(query: Query, viewer: Viewer): void {
  if (viewer.locationIds === null) return
  const orders = seenOrders(viewer).select('id')
  query.where((seen) => void seen.whereNull('orderId').orWhereIn('orderId', orders))
}
