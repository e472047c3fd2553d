import type { TimelineSource, Viewer } from '#core/admin'
import { auditTrailAbout, type AuditEntry } from '#core/audit'
import { readRecords, urlFor } from '#core/platform'
import type { Deed } from '#plugins/shop-quotes/domain/deeds'
import { Order } from '#plugins/shop-quotes/models/order'

const OBJECT = 'shop-quotes.order'

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
} as const satisfies Partial<Record<Deed, string>>
type OrderDeed = keyof typeof ICONS

const DEEDS_OF_ORDERS = Object.keys(ICONS) as OrderDeed[]

/** On the card of a customer each deed names its order; on the page of one the core tells them. */
export const orderEvents: TimelineSource = {
  id: 'shop-quotes.order_events',
  permission: 'shop-quotes.view',
  async entries(subjects, viewer, limit) {
    const own = subjects.filter(({ object }) => object === OBJECT)
    if (own.length === 0 || subjects.length === own.length) return []
    const ids = own.map(({ id }) => id)
    const found = await readRecords(Order.query().whereIn('id', ids))
    const orders = new Map(found.map((order) => [order.id, order]))
    return (await auditTrailAbout(own, limit)).flatMap((entry) => {
      const order = orders.get(Number(entry.objectId))
      const deed = DEEDS_OF_ORDERS.find((one) => entry.action === `shop-quotes.${one}`)
      return order && deed ? [told(entry, deed, { order, viewer })] : []
    })
  },
}

type Told = { order: Order; viewer: Viewer }

const told = (entry: AuditEntry, deed: OrderDeed, { order, viewer }: Told) => ({
  ...{ at: entry.at, icon: ICONS[deed], trail: entry.id },
  by: { kind: entry.actorKind, id: entry.actorId },
  text: `${order.number} · ${viewer.t(`shop-quotes.audit.${deed}`)}`,
  href: urlFor('shop-quotes.orders.show', { id: order.id }),
})
