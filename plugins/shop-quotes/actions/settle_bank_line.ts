import { clock, type Actor, type Trx } from '#core/platform'
import { receiveMoney } from '#plugins/shop-quotes/actions/receive_money'
import type { TaskKind } from '#plugins/shop-quotes/domain/arrival'
import { OPEN_ATTEMPTS } from '#plugins/shop-quotes/domain/payment_states'
import type { BankLine } from '#plugins/shop-quotes/models/bank_line'
import type { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'

/** Counts a line of the bank as money of an order that `lockedOrder` has read. */
export async function settleBankLine(
  trx: Trx,
  { line, order, by }: { line: BankLine; order: Order; by: Actor }
): Promise<TaskKind | null> {
  const { id: bankLineId, amountMinor, currency, day: valueDay } = line
  const payment = (await awaitedTransfer(trx, order.id)) ?? transferTo(order, line)
  payment.providerReference = line.publicId
  const money = { amountMinor, currency }
  const received = { by, doer: 'staff', valueDay, money, bankLineId } as const
  const left = await receiveMoney(trx, order, payment, received)
  const now = clock.now()
  line.useTransaction(trx)
  const paymentId = payment.state === 'settled' ? payment.id : null
  const matched = { orderId: order.id, paymentId, matchedAt: now, updatedAt: now }
  await line.merge({ ...matched, version: line.version + 1 }).save()
  return left
}

const awaitedTransfer = (trx: Trx, orderId: number): Promise<Payment | null> =>
  Payment.query({ client: trx })
    .where({ orderId, method: 'bank_transfer' })
    .whereIn('state', OPEN_ATTEMPTS)
    .first()

/** Whoever meant to pay another way may transfer all the same. */
const transferTo = ({ id: orderId }: Order, { amountMinor, currency }: BankLine): Payment =>
  new Payment().merge({ orderId, method: 'bank_transfer', amountMinor, currency })
