import { isTrial } from '#core/platform'
import { setting } from '#core/settings'
import { METHODS, type Method } from '#plugins/shop-quotes/domain/payment_states'
import { bankAccount } from '#plugins/shop-quotes/queries/bank_account'
import {
  stripeKey,
  stripeSigningSecret,
  takesBankTransfer,
  takesDesk,
  takesStripe,
} from '#plugins/shop-quotes/settings'

/** When a way to pay is offered. The compiler asks for an answer for each further one. */
const OFFERED: Record<Method, () => Promise<boolean>> = {
  bank_transfer: async () => (await setting(takesBankTransfer)) && (await bankAccount()) !== null,
  desk: () => setting(takesDesk),
  stripe: async () => (await setting(takesStripe)) && (await hasStripeSecrets()),
  // Whoever presses its button has paid: never where orders are real.
  test: async () => isTrial(),
}

const hasStripeSecrets = async (): Promise<boolean> =>
  (await setting(stripeKey)) !== '' && (await setting(stripeSigningSecret)) !== ''

/** The ways to pay that customers are offered now, in the order in which they are shown. */
export async function offeredMethods(): Promise<Method[]> {
  const offers = await Promise.all(METHODS.map((method) => OFFERED[method]()))
  return METHODS.filter((_, nth) => offers[nth])
}
