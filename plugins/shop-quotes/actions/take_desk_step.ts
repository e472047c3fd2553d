import { clock, transaction, type Actor, type Result, type Trx } from '#core/platform'
import {
  lockedOrder,
  takeOrderStep,
  type StepRefusal,
} from '#plugins/shop-quotes/actions/take_order_step'
import { isCovered, owed } from '#plugins/shop-quotes/domain/paid'
import { keptOf } from '#plugins/shop-quotes/domain/refund_states'
import { queueOrderMail } from '#plugins/shop-quotes/mails/queue_order_mail'
import { queueWithdrawnMail } from '#plugins/shop-quotes/mails/refund_mail'
import type { Order } from '#plugins/shop-quotes/models/order'

export type DeskStep = 'start' | 'cancel' | 'honour' | 'repay'

/** `not_paid`, `not_repaid`: what the step needs besides the state. */
export type DeskRefusal = StepRefusal | 'not_paid' | 'not_repaid'

type Stepping = { orderId: number; step: DeskStep; text?: string | null; by: Actor }
type Stepped = Result<object, DeskRefusal>

/** S11, S12: staff take an order one step further, as far as its state and its money allow. */
export class TakeDeskStep {
  handle({ orderId, ...stepping }: Stepping): Promise<Stepped> {
    return transaction(async (trx) => {
      const order = await lockedOrder(trx, orderId)
      const refusal = this.#refusal(order, stepping.step)
      return refusal ? { ok: false, reason: refusal } : this.#take(trx, order, stepping)
    })
  }

  #refusal(order: Order, step: DeskStep): DeskRefusal | null {
    if (step === 'honour' && order.state === 'expired' && !isCovered(order)) return 'not_paid'
    return step === 'repay' && keptOf(order) > owed(order) ? 'not_repaid' : null
  }

  async #take(trx: Trx, order: Order, stepping: Omit<Stepping, 'orderId'>): Promise<Stepped> {
    const { step, text = null, by } = stepping
    const values = valuesOf(order, step, by)
    const stepped = await takeOrderStep(trx, order, { step, by, text, values })
    if (!stepped.ok) return stepped
    const once = stepped.entry.id
    if (step === 'cancel') {
      await queueOrderMail(trx, order, { occasion: 'cancelled', once, text })
    }
    if (step === 'honour') await queueOrderMail(trx, order, { occasion: 'paid', once: 'paid' })
    if (step === 'repay') await queueWithdrawnMail(trx, order, { once, text })
    return { ok: true }
  }
}

function valuesOf({ assigneeId }: Order, step: DeskStep, { id }: Actor) {
  if (step === 'start') return { assigneeId: assigneeId ?? id }
  return step === 'honour' ? { paidAt: clock.now(), expiresAt: null } : {}
}
