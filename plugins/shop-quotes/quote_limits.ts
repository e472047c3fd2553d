import { defineLimit } from '#core/web'

const HOUR = 3600

/** Requests of one account; each gets a number and somebody who reads it. */
export const REQUEST_LIMIT = defineLimit({ id: 'shop-quotes.request', points: 20, seconds: HOUR })

/** Everything else that one account writes about its quotes. */
export const QUOTE_WRITE_LIMIT = defineLimit({
  id: 'shop-quotes.quote_write',
  points: 60,
  seconds: HOUR,
})
