import { resourceNamed, type Action, type ActionResult, type Viewer } from '#core/admin'
import { staffChoices } from '#plugins/shop-quotes/admin/staff_choices'
import { ChangeOrder } from '#plugins/shop-quotes/actions/change_order'
import type { Order } from '#plugins/shop-quotes/models/order'

type Arrange = Action<Order>
type Values = Parameters<ChangeOrder['handle']>[0]['values']

const shared = {
  permission: 'shop-quotes.work',
  on: ['row', 'bulk', 'palette', 'command'],
} as const

async function changed(
  id: string,
  { record, viewer }: { record: Order; viewer: Viewer },
  values: Values
): Promise<ActionResult> {
  const done = await new ChangeOrder().handle({ orderId: record.id, values, by: viewer.actor })
  if (!done.ok) return { ok: false, reason: `shop-quotes.admin.orders.refusals.${done.reason}` }
  return { ok: true, notice: `shop-quotes.admin.orders.notices.${id}` }
}

const take: Arrange = {
  ...shared,
  id: 'take',
  icon: 'hand-helping',
  run: async ({ record, viewer }) => {
    const { id: assigneeId } = viewer.user
    if (record.assigneeId !== assigneeId) return changed('take', { record, viewer }, { assigneeId })
    return { ok: false, reason: 'shop-quotes.admin.orders.refusals.yours_already' }
  },
}

const assign: Arrange = {
  ...shared,
  id: 'assign',
  icon: 'user-check',
  form: [{ name: 'assigneeId', kind: 'relation', to: () => staffChoices, required: true }],
  run: ({ record, values, viewer }) =>
    changed('assign', { record, viewer }, { assigneeId: Number(values.assigneeId) }),
}

/** Without a location it belongs to the whole organisation, and everybody sees it. */
const handOver: Arrange = {
  ...shared,
  id: 'hand_over',
  icon: 'map-pin',
  form: [
    {
      ...{ name: 'locationId', kind: 'relation', hint: true },
      to: () => resourceNamed('organisation.locations'),
    },
  ],
  run: ({ record, values, viewer }) => {
    const locationId = values.locationId ? Number(values.locationId) : null
    return changed('hand_over', { record, viewer }, { locationId })
  },
}

/** What staff put in order among themselves; customers read none of it. */
export const orderArrangement: Arrange[] = [take, assign, handOver]
