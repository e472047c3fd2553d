import { defineLimit } from '#core/web'

const HOUR = 3600

/** Tickets of one kiosk: many for a crowd, too few for a child who empties the roll of paper. */
export const ISSUE_LIMIT = defineLimit({ id: 'queue-caller.issue', points: 60, seconds: 300 })

/** Numbers typed at one kiosk, so that nobody tries them all. */
export const CHECK_IN_LIMIT = defineLimit({
  id: 'queue-caller.check_in',
  points: 90,
  seconds: 300,
  store: 'memory',
})

/** How often the page of one ticket is asked for: it asks four times a minute by itself. */
export const TICKET_LIMIT = defineLimit({
  id: 'queue-caller.ticket',
  points: 3600,
  seconds: HOUR,
  store: 'memory',
})

/** Tries of secrets per address; a whole waiting room may share one. */
export const WRONG_TICKET_LIMIT = defineLimit({
  id: 'queue-caller.wrong_ticket',
  points: 300,
  seconds: HOUR,
  store: 'memory',
})
