import { defineLimit } from '#core/web'

const HOUR = 3600

/** Tries to pay of one account. */
export const PAY_LIMIT = defineLimit({ id: 'shop-quotes.pay', points: 60, seconds: HOUR })

/** Messages of a provider per address; it sends a few for each payment, and again what we refused. */
export const MESSAGE_LIMIT = defineLimit({
  id: 'shop-quotes.message',
  points: 1200,
  seconds: 60,
  store: 'memory',
})

/** Lines put into carts per address; each keeps answers and files for a while. */
export const ADD_LIMIT = defineLimit({ id: 'shop-quotes.add', points: 120, seconds: HOUR })

/** Orders placed by one account; each gets a number and somebody who looks after it. */
export const PLACE_LIMIT = defineLimit({ id: 'shop-quotes.place', points: 30, seconds: HOUR })

/** Appointments chosen and moved by one account; each takes a time from others. */
export const APPOINTMENT_LIMIT = defineLimit({
  id: 'shop-quotes.appointment',
  points: 60,
  seconds: HOUR,
})

/** Everything else that one account writes about its orders. */
export const WRITE_LIMIT = defineLimit({ id: 'shop-quotes.write', points: 60, seconds: HOUR })
