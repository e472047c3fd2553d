import { clock, randomId, type Actor } from '#core/platform'
import { AnswerOrder } from '#plugins/shop-quotes/actions/answer_order'
import { expireOrders } from '#plugins/shop-quotes/actions/expire_orders'
import { RecordPayment } from '#plugins/shop-quotes/actions/record_payment'
import { RefundOrder } from '#plugins/shop-quotes/actions/refund_order'
import { TakeDeskStep, type DeskStep } from '#plugins/shop-quotes/actions/take_desk_step'
import type { StaffWord } from '#plugins/shop-quotes/domain/order_states'
import type { Order } from '#plugins/shop-quotes/models/order'

type Played = { order: Order; by: Actor; words: string }
type Done = { ok: true } | { ok: false; reason: string }

const told = async ({ number }: Order, work: Promise<Done>) => {
  const done = await work
  if (!done.ok) throw new Error(`${number}: ${done.reason}`)
}

const today = () => new Date(clock.now()).toISOString().slice(0, 10)

const pay =
  (extra = 0) =>
  ({ order, by }: Played) => {
    const { id: orderId, version: seen, totalMinor } = order
    const payment = { orderId, seen, by, formKey: randomId(), note: null, valueDay: today() }
    const method = order.method === 'desk' ? 'desk' : 'bank_transfer'
    const amountMinor = totalMinor + extra
    return told(order, new RecordPayment().handle({ ...payment, method, amountMinor }))
  }

const say =
  (word: StaffWord) =>
  ({ order, by, words: text }: Played) => {
    const { id: orderId, version: seen } = order
    const said = { orderId, seen, by, word, text, formKey: randomId(), files: [] }
    return told(order, new AnswerOrder().handle(said))
  }

const step =
  (one: DeskStep) =>
  ({ order, by, words }: Played) => {
    const taken = { orderId: order.id, step: one, text: words || null, by }
    return told(order, new TakeDeskStep().handle(taken))
  }

const refund = ({ order, by, words: reason }: Played) => {
  const { id: orderId, version: seen, paidMinor: amountMinor } = order
  const asked = { orderId, seen, by, amountMinor, reason, formKey: randomId() }
  return told(
    order,
    new RefundOrder().handle({ ...asked, method: 'bank_transfer', valueDay: today() })
  )
}

/** What happens to orders of the demo. */
export const DESK_STEPS = {
  pay: pay(),
  pay_too_much: pay(500),
  start: step('start'),
  cancel: step('cancel'),
  complete: say('complete'),
  write: say('write'),
  note: say('note'),
  refund,
  expire: () => expireOrders(),
} satisfies Record<string, (played: Played) => Promise<void>>

export type DemoDeed = keyof typeof DESK_STEPS
