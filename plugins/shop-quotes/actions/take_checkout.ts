import { clock, SYSTEM, type Trx } from '#core/platform'
import { openTask } from '#plugins/shop-quotes/actions/open_task'
import { receiveMoney } from '#plugins/shop-quotes/actions/receive_money'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { OPEN_ATTEMPTS, type AttemptState } from '#plugins/shop-quotes/domain/payment_states'
import { moneyOf, standingOf, type Checkout } from '#plugins/shop-quotes/domain/stripe_checkout'
import { Payment } from '#plugins/shop-quotes/models/payment'

/**
 * How a page of the provider stands now, told by its message or because we asked: both may come,
 * several times and at once, and the money counts once. The answer is the try, if there is one.
 */
export async function takeCheckout(
  trx: Trx,
  checkout: Checkout,
  valueDay: string
): Promise<number | null> {
  const known = await tryOf(trx, checkout)
  if (!known) return standingOf(checkout) === 'paid' ? keepUnknown(trx, checkout, valueDay) : null
  if (known.orderId === null) return known.id
  const order = await lockedOrder(trx, known.orderId)
  // Read again: whoever held the order may have settled it.
  const payment = await Payment.query({ client: trx }).where('id', known.id).firstOrFail()
  const standing = standingOf(checkout)
  if (standing === 'paid') {
    const received = { by: SYSTEM, doer: 'provider', valueDay, money: moneyOf(checkout) } as const
    payment.providerReference = checkout.id
    await receiveMoney(trx, order, payment, received)
  } else if (standing !== 'open') await endTry(trx, payment, standing)
  return payment.id
}

/** Its message may be here before we have kept the id of the page. */
const tryOf = (trx: Trx, { id, metadata }: Checkout): Promise<Payment | null> =>
  Payment.query({ client: trx })
    .where('method', 'stripe')
    .where((any) => {
      void any.where('providerReference', id).orWhere('publicId', metadata?.payment ?? '')
    })
    .first()

/** A try from which nothing has come yet: money is under way, or nothing will come. */
export async function endTry(
  trx: Trx,
  payment: Payment,
  state: Extract<AttemptState, 'awaited' | 'expired' | 'failed'>
): Promise<void> {
  if (!OPEN_ATTEMPTS.some((open) => open === payment.state)) return
  payment.useTransaction(trx)
  await payment.merge({ state, version: payment.version + 1, updatedAt: clock.now() }).save()
}

/** Money that nobody knows: kept, so that somebody finds out. */
async function keepUnknown(trx: Trx, checkout: Checkout, valueDay: string): Promise<number> {
  const { amountMinor, currency } = moneyOf(checkout)
  const kept = await Payment.create(
    {
      ...{ orderId: null, method: 'stripe', state: 'settled', amountMinor, currency, valueDay },
      ...{ providerReference: checkout.id, settledAt: clock.now() },
    },
    { client: trx }
  )
  const details = { amountMinor, currency }
  await openTask(trx, { kind: 'unknown', order: null, paymentId: kept.id, details })
  return kept.id
}
