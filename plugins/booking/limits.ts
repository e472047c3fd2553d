import { defineLimit } from '#core/web'

const HOUR = 3600

/** Times chosen per address; each keeps a place for some minutes. */
export const HOLD_LIMIT = defineLimit({ id: 'booking.hold', points: 30, seconds: HOUR })

export const CONFIRM_BY_ADDRESS = defineLimit({
  id: 'booking.confirm_address',
  points: 10,
  seconds: HOUR,
})

export const CONFIRM_BY_EMAIL = defineLimit({
  id: 'booking.confirm_email',
  points: 5,
  seconds: HOUR,
})

/** Tries of secret links per address. */
export const LINK_LIMIT = defineLimit({
  id: 'booking.link',
  points: 120,
  seconds: HOUR,
  store: 'memory',
})
