import { eventsAbout } from '#core/audit'
import { readRecords, urlFor } from '#core/platform'
import type { Deed } from '#plugins/shop-quotes/domain/deeds'
import { Order } from '#plugins/shop-quotes/models/order'

/** What is done with orders; quotes have deeds of their own. */
const ICONS = {
  placed: 'shopping-bag',
  settled: 'check',
  started: 'play',
  completed: 'circle-check',
  expired: 'hourglass',
  honoured: 'rotate-ccw',
  cancelled: 'ban',
  withdrew: 'undo-2',
  repaid: 'undo-2',
  noted: 'lock',
  wrote: 'message-square',
  paid: 'banknote',
  refunded: 'undo-2',
  changed: 'sliders-horizontal',
  booked: 'calendar-check',
  moved: 'calendar-clock',
  freed: 'calendar-x',
} as const satisfies Partial<Record<Deed, string>>
type OrderDeed = keyof typeof ICONS

const DEEDS_OF_ORDERS = Object.keys(ICONS) as OrderDeed[]

/** On the card of a customer each deed names its order; on the page of one the core tells them. */
export const orderEvents = eventsAbout({
  id: 'shop-quotes.order_events',
  permission: 'shop-quotes.view',
  objects: ['shop-quotes.order'],
  amongOthers: true,
  find: (ids) => readRecords(Order.query().whereIn('id', ids)),
  tell({ action }, { id, number }, { t }) {
    const deed = DEEDS_OF_ORDERS.find((one) => action === `shop-quotes.${one}`)
    if (!deed) return null
    const text = `${number} · ${t(`shop-quotes.audit.${deed}`)}`
    return { icon: ICONS[deed], text, href: urlFor('shop-quotes.orders.show', { id }) }
  },
})
