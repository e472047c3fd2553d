import { defineLimit } from '#core/web'

/** Tries to pay of one account. */
export const PAY_LIMIT = defineLimit({ id: 'shop-quotes.pay', points: 60, seconds: 3600 })
