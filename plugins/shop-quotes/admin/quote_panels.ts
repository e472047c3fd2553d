import type { Panel } from '#core/admin'
import { urlFor } from '#core/platform'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { presentDeskThread } from '#plugins/shop-quotes/presenters/desk_quote_thread'
import { presentOffer } from '#plugins/shop-quotes/presenters/offer'
import { presentWishes } from '#plugins/shop-quotes/presenters/wishes'
import { orderOfQuote } from '#plugins/shop-quotes/queries/order_of_quote'
import { sentVersions } from '#plugins/shop-quotes/queries/offered_versions'
import { quoteThread } from '#plugins/shop-quotes/queries/thread'
import { wishesOf } from '#plugins/shop-quotes/queries/wishes_of'

/** What was requested, with the answers and files. */
const wishPanel: Panel<Quote> = {
  id: 'request',
  view: 'shop_quotes::admin/wishes_panel',
  data: async ({ id, message }, { locale }) => ({
    message,
    wishes: presentWishes(await wishesOf(id), locale),
  }),
}

/** The offer that its customer has now. */
const offerPanel: Panel<Quote> = {
  id: 'offer',
  view: 'shop_quotes::admin/offer_panel',
  data: async ({ id, acceptance }, { t, formats, can }) => {
    const current = (await sentVersions(id)).at(-1)
    if (!current) return null
    const order = acceptance ? await orderOfQuote(id) : null
    const reader = { t, formats: formats() }
    return {
      offer: presentOffer(reader, current, acceptance?.chosen),
      order: order && {
        number: order.number,
        href: can('shop-quotes.view') ? urlFor('shop-quotes.orders.show', { id: order.id }) : null,
      },
    }
  },
}

/** Everything that was said and done, newest first. */
const threadPanel: Panel<Quote> = {
  id: 'thread',
  view: 'shop_quotes::admin/thread_panel',
  data: async (quote, viewer) => ({
    entries: await presentDeskThread(await quoteThread(quote.id), quote, viewer),
  }),
}

export const quotePanels: Panel<Quote>[] = [wishPanel, offerPanel, threadPanel]
