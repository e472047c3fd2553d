import type { HelpPage } from '#core/organisation'
import { setting } from '#core/settings'
import { payWithin, quoteGoodFor } from '#plugins/shop-quotes/settings'

/** How to buy a service and how to ask for a quote, with the times that the operator has set. */
export const help: HelpPage = {
  title: 'shop-quotes.catalogue.help.title',
  text: 'shop-quotes.catalogue.help.text',
  values: async () => ({
    days: await setting(payWithin),
    quoteDays: await setting(quoteGoodFor),
  }),
}
