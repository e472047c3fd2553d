import type { RouteGroups } from '#core/platform'
import { appointmentRoutes } from '#plugins/shop-quotes/appointment_routes'
import { cartRoutes } from '#plugins/shop-quotes/cart_routes'
import { catalogueRoutes } from '#plugins/shop-quotes/catalogue_routes'
import { orderRoutes } from '#plugins/shop-quotes/order_routes'
import { paymentRoutes } from '#plugins/shop-quotes/payment_routes'
import { quoteRoutes } from '#plugins/shop-quotes/quote_routes'
import { withdrawalRoutes } from '#plugins/shop-quotes/withdrawal_routes'

export function routes(groups: RouteGroups): void {
  catalogueRoutes(groups)
  cartRoutes(groups)
  orderRoutes(groups)
  appointmentRoutes(groups)
  paymentRoutes(groups)
  quoteRoutes(groups)
  withdrawalRoutes(groups)
}
