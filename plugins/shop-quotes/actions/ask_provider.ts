import { enqueue } from '#core/jobs'
import { clock, transaction, type Result, type Trx } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { providerDown } from '#plugins/shop-quotes/actions/provider_down'
import { takeCheckout } from '#plugins/shop-quotes/actions/take_checkout'
import { OPEN_ATTEMPTS } from '#plugins/shop-quotes/domain/payment_states'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'
import { stripeClient } from '#plugins/shop-quotes/queries/stripe_client'

export const ASK_PROVIDER = { id: 'shop-quotes.ask_provider' } as const
export type AskedPayment = { paymentId: number }

/** A message that never comes is missed after this time, and asked for every hour. */
export const FIRST_ASKED_AFTER_MS = 15 * 60_000
const ASKED_EVERY_MS = 3_600_000
/** Transfers by way of a provider take days; a page of it is open for one. */
const ASKED_FOR_MS = 7 * 86_400_000

/** Asks how a try stands, and does with the answer what its message would have done. */
export class AskProvider {
  async handle({ paymentId }: AskedPayment): Promise<Result<object, 'provider_down'>> {
    const payment = await Payment.findOrFail(paymentId)
    const { providerReference: reference } = payment
    if (payment.method !== 'stripe' || !reference || !isOpen(payment)) return { ok: true }
    const asked = await providerDown(async () =>
      (await stripeClient()).checkout.sessions.retrieve(reference)
    )
    if (!asked.ok) return asked
    const valueDay = localDateOf(await organisationZone(), clock.now())
    await transaction((trx) => takeCheckout(trx, asked.value, valueDay))
    return { ok: true }
  }
}

/** The same as a job, until something has come of it. */
export async function askAgain({ paymentId }: AskedPayment): Promise<void> {
  const asked = await new AskProvider().handle({ paymentId })
  const payment = await Payment.findOrFail(paymentId)
  if (!isOpen(payment) || clock.now() > payment.createdAt + ASKED_FOR_MS) return
  if (!asked.ok) throw new Error(asked.reason)
  await transaction((trx) => askLater(trx, paymentId))
}

const askLater = (trx: Trx, paymentId: number) =>
  enqueue(
    trx,
    ASK_PROVIDER,
    { paymentId },
    {
      ...{ runAt: clock.now() + ASKED_EVERY_MS, dedupeKey: String(paymentId) },
    }
  )

const isOpen = ({ state }: Payment) => OPEN_ATTEMPTS.some((open) => open === state)
