import type { AdminContribution } from '#core/admin'
import { categories } from '#plugins/shop-quotes/admin/categories'
import { services } from '#plugins/shop-quotes/admin/services'
import { taxRates } from '#plugins/shop-quotes/admin/tax_rates'

export const catalogueAdmin = {
  resources: [services, categories, taxRates],
  pages: [],
  menu: [],
} satisfies AdminContribution
