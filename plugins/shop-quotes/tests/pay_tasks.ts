import { saveSetting } from '#core/settings'
import { installedPluginIds, migrate, SYSTEM, transaction } from '#core/platform'
import { ChooseMethod } from '#plugins/shop-quotes/actions/choose_method'
import { StartCheckout } from '#plugins/shop-quotes/actions/start_checkout'
import { TakeMessage } from '#plugins/shop-quotes/actions/take_message'
import { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { anOrder } from '#plugins/shop-quotes/tests/orders_to_pay'
import { anEvent, signed, SIGNING_SECRET } from '#plugins/shop-quotes/tests/stripe'
import {
  stripeKey,
  stripeSigningSecret,
  takesDesk,
  takesStripe,
} from '#plugins/shop-quotes/settings'
import type { Counted } from '#tests/kit/race_ground'

export type PayTask =
  | { kind: 'prepare'; orders: number; stub: string }
  /** Tells of every page of the provider, of each so many times. */
  | { kind: 'tell'; times: number; stub: string }

export function run(task: PayTask): Promise<Counted> {
  process.env.STRIPE_API_URL = task.stub
  return task.kind === 'prepare' ? prepare(task.orders) : tell(task.times)
}

/** Orders with two pages of the provider each: one in a first tab, given up for one in a second. */
async function prepare(orders: number): Promise<Counted> {
  await migrate(installedPluginIds())
  await transaction(async (trx) => {
    await saveSetting(trx, takesStripe, true, SYSTEM)
    await saveSetting(trx, takesDesk, true, SYSTEM)
    await saveSetting(trx, stripeKey, 'sk_test_stub', SYSTEM)
    await saveSetting(trx, stripeSigningSecret, SIGNING_SECRET, SYSTEM)
  })
  for (let nth = 0; nth < orders; nth++) {
    const { id: orderId } = await anOrder({ method: 'desk' })
    for (const method of ['stripe', 'desk', 'stripe'] as const) {
      const chosen = await new ChooseMethod().handle({ orderId, method, by: SYSTEM })
      if (!chosen.ok) throw new Error(chosen.reason)
      const started = await new StartCheckout().handle(chosen)
      if (!started.ok) throw new Error(started.reason)
    }
  }
  return { orders: (await Order.all()).length }
}

/** Everybody has paid in both tabs, and each message comes several times. */
async function tell(times: number): Promise<Counted> {
  const tries = await Payment.query().where('method', 'stripe').orderBy('id')
  const answer: Counted = {}
  const told = tries.flatMap((payment) => Array.from({ length: times }, () => payment))
  await Promise.all(
    told.map(async (payment) => {
      const outcome = await messageOf(payment)
      answer[outcome] = (answer[outcome] ?? 0) + 1
    })
  )
  return answer
}

async function messageOf({ providerReference, publicId }: Payment): Promise<string> {
  const paid = { id: providerReference, status: 'complete', payment_status: 'paid' }
  const money = { amount_total: 5000, currency: 'eur', metadata: { payment: publicId } }
  const type = 'checkout.session.completed'
  try {
    const event = anEvent(type, { ...paid, ...money }, `evt_${publicId}`)
    return (await new TakeMessage().handle(signed(event))).ok ? 'taken' : 'refused'
  } catch (error) {
    return `error ${(error as Error).message}`
  }
}
