import type { Action, ActionResult, Viewer } from '#core/admin'
import { freeAtDesk } from '#plugins/shop-quotes/actions/free_at_desk'
import { StatePerformed } from '#plugins/shop-quotes/actions/state_performed'
import { TakeDeskStep, type DeskStep } from '#plugins/shop-quotes/actions/take_desk_step'
import { orderStateAfter } from '#plugins/shop-quotes/domain/order_states'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { OrderLine } from '#plugins/shop-quotes/models/order_line'

type Step = Action<Order>

const LONGEST = 5000

const shared = (step: DeskStep) =>
  ({
    id: step,
    permission: 'shop-quotes.work',
    on: ['row', 'bulk', 'palette', 'command'],
    when: ({ state }: Order) => orderStateAfter(state, step, 'staff') !== null,
    whyNot: () => 'shop-quotes.admin.orders.refusals.not_now',
  }) as const

type Stepping = { record: Order; viewer: Viewer; text?: string | null }

async function taken(step: DeskStep, { record, viewer, text }: Stepping): Promise<ActionResult> {
  const { id: orderId, customer } = record
  const done = await new TakeDeskStep().handle({ orderId, step, text, by: viewer.actor })
  if (!done.ok) return { ok: false, reason: `shop-quotes.admin.orders.refusals.${done.reason}` }
  // Without an address nobody is told by mail, so staff must do it.
  const said = step === 'start' || customer.email ? step : `${step}_without_mail`
  return { ok: true, notice: `shop-quotes.admin.orders.notices.${said}` }
}

const start: Step = {
  ...shared('start'),
  icon: 'play',
  next: true,
  run: (asked) => taken('start', asked),
}

const cancel: Step = {
  ...shared('cancel'),
  icon: 'ban',
  danger: true,
  form: [{ name: 'reason', kind: 'long_text', max: LONGEST, required: true, hint: true }],
  run: ({ record, values, viewer }) =>
    taken('cancel', { record, viewer, text: String(values.reason) }),
}

const honour: Step = {
  ...shared('honour'),
  icon: 'rotate-ccw',
  confirm: true,
  run: (asked) => taken('honour', asked),
}

const repay: Step = {
  ...shared('repay'),
  icon: 'undo-2',
  form: [{ name: 'text', kind: 'long_text', max: LONGEST, hint: true }],
  run: ({ record, values, viewer }) => {
    const text = values.text ? String(values.text) : null
    return taken('repay', { record, viewer, text })
  },
}

/** Of what had begun before the customer withdrew, a part is paid for. */
const performed: Step = {
  ...{ id: 'performed', icon: 'percent', permission: 'shop-quotes.work' },
  on: ['row', 'palette', 'command'],
  when: ({ state, earlyStartAt, withdrawnMinor }) =>
    withdrawnMinor > 0 && earlyStartAt !== null && state !== 'withdrawn',
  whyNot: () => 'shop-quotes.admin.orders.refusals.not_now',
  form: [
    {
      ...{ name: 'percent', kind: 'number', decimals: 2, max: 100 },
      ...{ required: true, hint: true, width: 'xs' },
    },
  ],
  run: async ({ record: { id: orderId }, values, viewer }) => {
    const performedBp = Math.round(Number(values.percent) * 100)
    const stated = { orderId, performedBp, by: viewer.actor }
    const done = await new StatePerformed().handle(stated)
    if (!done.ok) return { ok: false, reason: `shop-quotes.admin.orders.refusals.${done.reason}` }
    return { ok: true, notice: 'shop-quotes.admin.orders.notices.performed' }
  },
}

/** Staff cannot keep the appointment: the customer learns why, and may choose another. */
const freeAppointment: Step = {
  ...{ id: 'free_appointment', icon: 'calendar-x', permission: 'shop-quotes.work' },
  ...{ on: ['row'], danger: true },
  // Lines are read with the page of the record; elsewhere it is looked at when it is done.
  when: ({ lines }: { lines?: OrderLine[] }) =>
    lines?.some(({ reservationId }) => reservationId !== null) ?? true,
  whyNot: () => 'shop-quotes.admin.orders.refusals.no_appointment',
  form: [{ name: 'reason', kind: 'long_text', max: LONGEST, required: true, hint: true }],
  run: async ({ record: { id: orderId, customer }, values, viewer }) => {
    const wish = { orderId, text: String(values.reason), by: viewer.actor }
    const done = await freeAtDesk(wish)
    if (!done.ok) return { ok: false, reason: `shop-quotes.admin.orders.refusals.${done.reason}` }
    const said = customer.email ? 'free_appointment' : 'free_appointment_without_mail'
    return { ok: true, notice: `shop-quotes.admin.orders.notices.${said}` }
  },
}

/** Where an order goes next, and the ends that are no outcome. */
export const orderSteps: Step[] = [start, performed, repay, honour, freeAppointment, cancel]
