import { defineLimit } from '#core/web'

const HOUR = 3600

/** Tickets opened by one account; each gets a number and somebody who reads it. */
export const OPEN_LIMIT = defineLimit({ id: 'helpdesk.open', points: 30, seconds: HOUR })

/** Everything else that one account writes about its tickets. */
export const WRITE_LIMIT = defineLimit({ id: 'helpdesk.write', points: 60, seconds: HOUR })

/** Tries of mailed links per address. */
export const LINK_LIMIT = defineLimit({
  id: 'helpdesk.link',
  points: 120,
  seconds: HOUR,
  store: 'memory',
})
