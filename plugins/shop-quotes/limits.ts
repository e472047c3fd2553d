import { defineLimit } from '#core/web'

/** Tries to pay of one account. */
export const PAY_LIMIT = defineLimit({ id: 'shop-quotes.pay', points: 60, seconds: 3600 })

/** Messages of a provider per address; it sends a few for each payment, and again what we refused. */
export const MESSAGE_LIMIT = defineLimit({
  id: 'shop-quotes.message',
  points: 1200,
  seconds: 60,
  store: 'memory',
})
