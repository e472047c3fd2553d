import type Stripe from 'stripe'
import { clock, rows, transaction, type Result, type Trx } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { setting } from '#core/settings'
import { openTask } from '#plugins/shop-quotes/actions/open_task'
import { endTry, takeCheckout } from '#plugins/shop-quotes/actions/take_checkout'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'
import { refundedAtProvider } from '#plugins/shop-quotes/queries/refunded_at_provider'
import { stripeClient } from '#plugins/shop-quotes/queries/stripe_client'
import { stripeSigningSecret } from '#plugins/shop-quotes/settings'

type Message = { body: string; signature: string }
type Taken = Result<object, 'not_signed'>

const KEEP = `
  insert into shop_quotes_provider_events (provider, event_id, kind, received_at)
  values ('stripe', ?, ?, ?) on conflict (provider, event_id) do nothing returning id`

/** A message of Stripe: signed, or nobody's. What it causes is in the transaction that keeps it. */
export class TakeMessage {
  async handle({ body, signature }: Message): Promise<Taken> {
    const event = await signedEvent(body, signature)
    if (!event) return { ok: false, reason: 'not_signed' }
    const valueDay = localDateOf(await organisationZone(), clock.now())
    await transaction(async (trx) => {
      const [kept] = await rows<{ id: number }>(trx, KEEP, [event.id, event.type, clock.now()])
      if (!kept) return
      const paymentId = await this.#take(trx, event, valueDay)
      const sql = 'update shop_quotes_provider_events set payment_id = ? where id = ?'
      await rows(trx, sql, [paymentId, kept.id])
    })
    return { ok: true }
  }

  async #take(trx: Trx, event: Stripe.Event, valueDay: string): Promise<number | null> {
    switch (event.type) {
      case 'checkout.session.completed':
      case 'checkout.session.async_payment_succeeded':
      case 'checkout.session.expired':
        return takeCheckout(trx, event.data.object, valueDay)
      case 'checkout.session.async_payment_failed':
        return this.#fail(trx, event.data.object.id)
      case 'charge.refunded':
        return this.#repaid(trx, event.data.object)
      default:
        return null
    }
  }

  async #fail(trx: Trx, providerReference: string): Promise<number | null> {
    const payment = await Payment.query({ client: trx }).where({ providerReference }).first()
    if (payment) await endTry(trx, payment, 'failed')
    return payment?.id ?? null
  }

  /** Paid back past us, in the provider's own panel: staff write down what was. */
  async #repaid(trx: Trx, charge: Stripe.Charge): Promise<number | null> {
    const payment = await Payment.query({ client: trx })
      .where('publicId', charge.metadata.payment ?? '')
      .first()
    if (!payment?.orderId) return null
    const order = await lockedOrder(trx, payment.orderId)
    const { id: paymentId, orderId } = payment
    const { knownMinor } = await refundedAtProvider(trx, { orderId, paymentId })
    if (charge.amount_refunded <= knownMinor) return paymentId
    const details = {
      amountMinor: charge.amount_refunded,
      currency: charge.currency.toUpperCase(),
    }
    await openTask(trx, { kind: 'paid_back', order, paymentId: payment.id, details })
    return payment.id
  }
}

async function signedEvent(body: string, signature: string): Promise<Stripe.Event | null> {
  const secret = await setting(stripeSigningSecret)
  if (secret === '' || signature === '') return null
  try {
    return (await stripeClient()).webhooks.constructEvent(body, signature, secret)
  } catch {
    return null
  }
}
