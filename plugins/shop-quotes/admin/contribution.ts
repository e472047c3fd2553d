import type { AdminContribution } from '#core/admin'
import { catalogueAdmin } from '#plugins/shop-quotes/admin/catalogue_contribution'
import { orderAdmin } from '#plugins/shop-quotes/admin/order_contribution'
import { paymentAdmin } from '#plugins/shop-quotes/admin/payment_contribution'
import { quoteAdmin } from '#plugins/shop-quotes/admin/quote_contribution'
import { statisticsPages } from '#plugins/shop-quotes/admin/statistics'

const PARTS: AdminContribution[] = [orderAdmin, quoteAdmin, paymentAdmin, catalogueAdmin]

export const admin: AdminContribution = {
  resources: PARTS.flatMap(({ resources = [] }) => resources),
  pages: [...PARTS.flatMap(({ pages = [] }) => pages), ...statisticsPages],
  timeline: PARTS.flatMap(({ timeline = [] }) => timeline),
  menu: PARTS.flatMap(({ menu = [] }) => menu),
}
