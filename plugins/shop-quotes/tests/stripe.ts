import Stripe from 'stripe'
import { saveSetting } from '#core/settings'
import { SYSTEM, transaction } from '#core/platform'
import { stripeStub, type StubSession } from '#plugins/shop-quotes/tests/stripe_stub'
import { stripeKey, stripeSigningSecret, takesStripe } from '#plugins/shop-quotes/settings'

export const SIGNING_SECRET = 'whsec_for_tests_only'
export const MESSAGES = '/shop/webhooks/stripe'

/** A house that takes Stripe, and a stub in its place; give `close` to the test's cleanup. */
export async function aStripeHouse() {
  const stub = await stripeStub()
  process.env.STRIPE_API_URL = stub.url
  await transaction(async (trx) => {
    await saveSetting(trx, takesStripe, true, SYSTEM)
    await saveSetting(trx, stripeKey, 'sk_test_stub', SYSTEM)
    await saveSetting(trx, stripeSigningSecret, SIGNING_SECRET, SYSTEM)
  })
  const close = async () => {
    delete process.env.STRIPE_API_URL
    await stub.close()
  }
  return { stub, close }
}

/** Somebody pays on the page, or their bank takes its time over it. */
export function paysOn(session: StubSession, paid: 'paid' | 'unpaid' = 'paid'): void {
  session.status = 'complete'
  session.payment_status = paid
}

let events = 0

export const anEvent = (type: string, object: object, id = `evt_${++events}`) => ({
  ...{ id, type, object: 'event', api_version: null, created: 1_799_000_000, livemode: false },
  ...{ pending_webhooks: 1, request: null, data: { object: structuredClone(object) } },
})

/** What Stripe sends: the event, and its signature over the very same characters. */
export function signed(event: object, secret = SIGNING_SECRET) {
  const body = JSON.stringify(event)
  const timestamp = Math.floor(Date.now() / 1000)
  const signature = new Stripe('sk_test_stub').webhooks.generateTestHeaderString({
    ...{ payload: body, secret, timestamp },
  })
  return { body, signature }
}

/** Sends it as another program does: no cookie, no page of ours. */
export function sendEvent(base: string, event: object, secret?: string): Promise<Response> {
  const { body, signature } = signed(event, secret)
  return fetch(base + MESSAGES, {
    ...{ method: 'POST', body },
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
  })
}
