import { clock, emit, updateRows, type Actor, type Result, type Trx } from '#core/platform'
import { endPayments } from '#plugins/shop-quotes/actions/end_payments'
import { freeAppointments } from '#plugins/shop-quotes/actions/free_appointments'
import { issueReceipt } from '#plugins/shop-quotes/actions/issue_paper'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { endsAppointments } from '#plugins/shop-quotes/domain/appointments'
import { DEED_OF_ORDER } from '#plugins/shop-quotes/domain/deeds'
import {
  isOpenOrder,
  orderStateAfter,
  type Doer,
  type OrderState,
  type OrderStep,
} from '#plugins/shop-quotes/domain/order_states'
import { paymentState } from '#plugins/shop-quotes/domain/paid'
import { OrderStepped } from '#plugins/shop-quotes/events'
import type { Entry } from '#plugins/shop-quotes/models/entry'
import { Order } from '#plugins/shop-quotes/models/order'

/** Columns of an order that steps change besides its state. */
export type OrderValues = Partial<
  Pick<
    Order,
    | 'assigneeId'
    | 'outcome'
    | 'paidAt'
    | 'lastDay'
    | 'expiresAt'
    | 'paidMinor'
    | 'repaidMinor'
    | 'withdrawnMinor'
  >
>

export type OrderStepTaken = {
  step: OrderStep
  by: Actor
  /** Who acts, where that is not said by the kind of actor: a provider is no clock. */
  doer?: Doer
  text?: string | null
  values?: OrderValues
  changes?: Entry['changes']
}

/** `not_now`: its state does not allow the step; `changed_meanwhile`: somebody was faster. */
export type StepRefusal = 'not_now' | 'changed_meanwhile'
export type OrderStepped = Result<{ entry: Entry; from: OrderState }, StepRefusal>

const DOERS: Record<Actor['kind'], Doer> = {
  customer: 'customer',
  staff: 'staff',
  system: 'time',
  public: 'customer',
}

/** The order as it is now, locked until the transaction ends. */
export const lockedOrder = (trx: Trx, id: number): Promise<Order> =>
  Order.query({ client: trx }).where('id', id).forUpdate().firstOrFail()

/**
 * One guarded change of an order that was read, and the entry that tells of it; the receipt where
 * its payments have reached the total.
 */
export async function takeOrderStep(
  trx: Trx,
  order: Order,
  { step, by, doer = DOERS[by.kind], text, values = {}, changes }: OrderStepTaken
): Promise<OrderStepped> {
  const { id, state: from, version } = order
  const state = orderStateAfter(from, step, doer)
  if (!state) return { ok: false, reason: 'not_now' }
  const now = clock.now()
  const sums = { ...pick(order), ...pick(values), state }
  const written = {
    ...values,
    ...{ state, paymentState: paymentState(sums), version: version + 1 },
    ...{ endedAt: isOpenOrder(state) ? null : (order.endedAt ?? now) },
    ...{ changedAt: now, updatedAt: now },
  }
  if ((await updateRows(trx, Order, { id, state: from, version }, written)) !== 1) {
    return { ok: false, reason: 'changed_meanwhile' }
  }
  order.merge(written)
  order.$hydrateOriginals()
  if (from === 'placed' && state !== 'placed') {
    await endPayments(trx, id, state === 'expired' ? 'expired' : 'cancelled')
  }
  const said = { deed: DEED_OF_ORDER[step], by, fromState: from, text, changes }
  const entry = await recordEntry(trx, order, said)
  if (endsAppointments(order)) await freeAppointments(trx, order, { by })
  if (step === 'settle' || step === 'honour') await issueReceipt(trx, order, by)
  await emit(trx, OrderStepped, { orderId: id, step, from, to: state })
  return { ok: true, entry, from }
}

type Sums = Pick<Order, 'totalMinor' | 'paidMinor' | 'repaidMinor' | 'withdrawnMinor'>

/** Only those that are there, so that one side may override the other. */
function pick(from: Partial<Sums>): Sums {
  const { totalMinor, paidMinor, repaidMinor, withdrawnMinor } = from
  const known = Object.entries({ totalMinor, paidMinor, repaidMinor, withdrawnMinor })
  return Object.fromEntries(known.filter(([, value]) => value !== undefined)) as Sums
}
