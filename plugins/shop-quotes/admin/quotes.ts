import {
  assigneeCell,
  contactCell,
  customerCell,
  resource,
  type AnyResource,
  type Viewer,
} from '#core/admin'
import { urlFor } from '#core/platform'
import { quoteActions } from '#plugins/shop-quotes/admin/quote_actions'
import { lastDayOf, servicesOf, stateOf, totalOf } from '#plugins/shop-quotes/admin/quote_cells'
import { locationOf } from '#plugins/shop-quotes/admin/order_cells'
import { quotePanels } from '#plugins/shop-quotes/admin/quote_panels'
import { keepToDo, quoteFilters, quoteTabs } from '#plugins/shop-quotes/admin/quote_tabs'
import { seenAtLocations } from '#plugins/shop-quotes/admin/seen_by'
import { quoteStateAfter } from '#plugins/shop-quotes/domain/quote_states'
import { staffWords, type StaffWord } from '#plugins/shop-quotes/domain/quote_words'
import { Quote } from '#plugins/shop-quotes/models/quote'
import { stateNow } from '#plugins/shop-quotes/presenters/own_quote'
import { byQuoteOrCustomer } from '#plugins/shop-quotes/queries/quote_or_customer'

/** Where staff write about a quote, as far as its state allows it. */
const writing = (word: StaffWord, icon: string) => ({
  ...{ id: word, icon },
  href: (quote: Quote, { can }: Viewer) =>
    can('shop-quotes.work') && staffWords(stateNow(quote)).includes(word)
      ? urlFor('shop-quotes.quote_replies.create', { id: quote.id }, { word })
      : null,
})

const mayOffer = (quote: Quote, { can }: Viewer) =>
  can('shop-quotes.work') && quoteStateAfter(stateNow(quote), 'send', 'staff') !== null

/** S8 to S10: what customers want an offer for, and what was offered. */
export const quotes: AnyResource = resource({
  id: 'shop-quotes.quotes',
  model: Quote,
  permission: { view: 'shop-quotes.view', manage: null },
  scope: seenAtLocations,
  personal: true,
  icon: 'file-text',
  live: true,
  count: { words: 'shop-quotes.admin.quotes.count', keep: keepToDo },
  palette: { preload: ['customer'], note: ({ customer }) => customer.name, near: 'createdAt' },
  preload: ['customer', 'assignee', 'location', 'wishes', 'currentVersion'],
  label: ({ number }) => number,
  list: {
    columns: [
      { name: 'number', sort: true, strong: true },
      { name: 'customer', value: ({ customer }) => customer.name },
      { name: 'services', value: servicesOf },
      { name: 'state', value: stateOf, sort: true, thenBy: 'changedAt' },
      { name: 'lastDay', value: lastDayOf, sort: true, emptyLast: true },
      { name: 'total', value: totalOf, align: 'end' },
      { name: 'assigneeId', value: assigneeCell },
      { name: 'createdAt', sort: true, hidden: true },
      { name: 'changedAt', sort: true, hidden: true },
    ],
    search: [],
    matches: byQuoteOrCustomer,
    filters: quoteFilters,
    defaultSort: '-changedAt',
    tabs: quoteTabs,
  },
  show: {
    assets: ['plugins/shop-quotes/assets/entry.css'],
    compact: true,
    columns: [
      { name: 'state', value: stateOf },
      { name: 'customer', value: customerCell },
      { name: 'contact', value: contactCell },
      { name: 'lastDay', value: lastDayOf },
      { name: 'total', value: totalOf },
      { name: 'assigneeId', value: assigneeCell },
      { name: 'location', value: locationOf },
      { name: 'createdAt' },
    ],
    panels: quotePanels,
    links: [
      {
        ...{ id: 'draft', icon: 'pencil', lead: true },
        href: (quote, viewer) =>
          mayOffer(quote, viewer)
            ? urlFor('shop-quotes.quote_drafts.edit', { id: quote.id })
            : null,
      },
      {
        ...{ id: 'send', icon: 'send' },
        href: (quote, viewer) =>
          mayOffer(quote, viewer)
            ? urlFor('shop-quotes.quote_sendings.create', { id: quote.id })
            : null,
      },
      writing('ask', 'circle-help'),
      writing('write', 'message-square'),
      writing('note', 'lock'),
      {
        ...{ id: 'compare', icon: 'arrow-left-right' },
        href: ({ id, currentVersionId }) =>
          currentVersionId ? urlFor('shop-quotes.quote_comparisons.show', { id }) : null,
      },
    ],
  },
  actions: quoteActions,
})
