import type { AdminContribution } from '#core/admin'
import { quoteEvents } from '#plugins/shop-quotes/admin/quote_events'
import { quoteTemplates } from '#plugins/shop-quotes/admin/quote_templates'
import { quotes } from '#plugins/shop-quotes/admin/quotes'

export const quoteAdmin: AdminContribution = {
  resources: [quotes, quoteTemplates],
  pages: [],
  menu: [],
  timeline: [quoteEvents],
}
