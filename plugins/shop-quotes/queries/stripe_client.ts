import type Stripe from 'stripe'
import { setting } from '#core/settings'
import { stripeKey } from '#plugins/shop-quotes/settings'

/** So long a customer waits for the provider's answer. */
const TIMEOUT_MS = 10_000

/**
 * Stripe with the key of the house. `STRIPE_API_URL` names another server, for tests; it is no
 * setting, so that nobody in the panel can send the key elsewhere.
 */
export async function stripeClient(): Promise<Stripe> {
  const { default: Client } = await import('stripe')
  const config = { timeout: TIMEOUT_MS, maxNetworkRetries: 2, telemetry: false }
  return new Client(await setting(stripeKey), {
    ...config,
    ...serverIn(process.env.STRIPE_API_URL),
  })
}

function serverIn(address: string | undefined) {
  if (!address) return {}
  const { protocol, hostname: host, port } = new URL(address)
  return { host, port, protocol: protocol === 'http:' ? ('http' as const) : ('https' as const) }
}
