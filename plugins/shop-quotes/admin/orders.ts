import {
  assigneeCell,
  contactCell,
  customerCell,
  resource,
  type AnyResource,
  type Viewer,
} from '#core/admin'
import { byCustomer } from '#core/customers'
import { urlFor } from '#core/platform'
import { billingPanel } from '#plugins/shop-quotes/admin/billing_panel'
import { moneyPanel } from '#plugins/shop-quotes/admin/money_panel'
import { orderArrangement } from '#plugins/shop-quotes/admin/order_arrangement'
import {
  lastDayOf,
  locationOf,
  paymentStateOf,
  servicesOf,
  stateOf,
} from '#plugins/shop-quotes/admin/order_cells'
import { orderFilters } from '#plugins/shop-quotes/admin/order_filters'
import { orderLinesPanel } from '#plugins/shop-quotes/admin/order_lines_panel'
import { orderSteps } from '#plugins/shop-quotes/admin/order_steps'
import { keepToDo, orderTabs } from '#plugins/shop-quotes/admin/order_tabs'
import { orderThreadPanel } from '#plugins/shop-quotes/admin/order_thread_panel'
import { seenAtLocations } from '#plugins/shop-quotes/admin/seen_by'
import { orderStateAfter, type StaffWord } from '#plugins/shop-quotes/domain/order_states'
import { keptOf } from '#plugins/shop-quotes/domain/refund_states'
import { ORDERS } from '#plugins/shop-quotes/order_list'
import { Order } from '#plugins/shop-quotes/models/order'

/** "O-2026-00042" or a part of it; of a reference what a bank statement shows in one piece. */
const SHAPES = { number: /^(o-?)?[\d-]*$/i, reference: /^(rf)?[\do]+$/i }

/** A page of staff about the order, as far as its state and money allow it. */
const leading = (
  id: string,
  { icon, lead, href }: { icon: string; lead?: boolean; href: (order: Order) => string | null }
) => ({
  ...{ id, icon, lead },
  href: (order: Order, { can }: Viewer) => (can('shop-quotes.work') ? href(order) : null),
})

const writing = (word: StaffWord, icon: string, lead = false) =>
  leading(word, {
    ...{ icon, lead },
    href: ({ id, state }) =>
      orderStateAfter(state, word, 'staff')
        ? urlFor('shop-quotes.order_replies.create', { id }, { word })
        : null,
  })

const payment = ({ id }: Order) => urlFor('shop-quotes.order_payments.create', { id })
const refund = ({ id }: Order) => urlFor('shop-quotes.order_refunds.create', { id })

/** S11, S12: what customers have ordered, for those who do it and those who look after the money. */
export const orders: AnyResource = resource({
  id: ORDERS,
  model: Order,
  permission: { view: 'shop-quotes.view', manage: null },
  personal: true,
  icon: 'shopping-bag',
  live: true,
  scope: seenAtLocations,
  count: { words: 'shop-quotes.admin.orders.count', keep: keepToDo },
  palette: {
    preload: ['customer'],
    note: ({ customer }) => customer.name,
    names: ({ number, reference }) => [number, reference],
    near: 'createdAt',
  },
  preload: ['customer', 'assignee', 'location'],
  label: ({ number, customer }) => [number, customer?.name].filter(Boolean).join(' · '),
  list: {
    columns: [
      { name: 'number', sort: true, strong: true },
      { name: 'customer', value: ({ customer }) => customer.name },
      { name: 'services', texts: servicesOf },
      { name: 'state', value: stateOf, sort: true, thenBy: 'createdAt' },
      { name: 'paymentState', value: paymentStateOf, sort: true, thenBy: 'createdAt' },
      { name: 'totalMinor', format: 'money', currency: { attribute: 'currency' }, sort: true },
      { name: 'lastDay', value: lastDayOf, sort: 'expiresAt', emptyLast: true },
      { name: 'assigneeId', value: assigneeCell },
      { name: 'createdAt', sort: true, hidden: true },
      { name: 'location', value: locationOf, hidden: true },
      { name: 'method', hidden: true },
      { name: 'reference', hidden: true },
    ],
    search: ['number', 'reference'],
    shapes: SHAPES,
    matches: (word) => byCustomer(word, 'shop_quotes_orders.customer_id'),
    filters: orderFilters,
    defaultSort: '-createdAt',
    tabs: orderTabs,
  },
  show: {
    preload: ['lines'],
    assets: ['plugins/shop-quotes/assets/entry.css'],
    compact: true,
    columns: [
      { name: 'state', value: stateOf },
      { name: 'paymentState', value: paymentStateOf },
      { name: 'totalMinor', format: 'money', currency: { attribute: 'currency' } },
      { name: 'lastDay', value: lastDayOf },
      { name: 'assigneeId', value: assigneeCell },
      { name: 'location', value: locationOf },
      { name: 'customer', value: customerCell },
      { name: 'contact', value: contactCell },
      { name: 'createdAt' },
    ],
    panels: [orderLinesPanel, moneyPanel, billingPanel, orderThreadPanel],
    links: [
      writing('complete', 'circle-check', true),
      writing('write', 'message-square'),
      writing('note', 'lock'),
      leading('payment', {
        ...{ icon: 'banknote', lead: true },
        href: (order) => (order.state === 'placed' ? payment(order) : null),
      }),
      leading('further_payment', {
        icon: 'banknote',
        href: (order) => (order.state === 'placed' ? null : payment(order)),
      }),
      leading('refund', {
        icon: 'undo-2',
        href: (order) => (keptOf(order) > 0 ? refund(order) : null),
      }),
    ],
  },
  actions: [...orderSteps, ...orderArrangement],
})
