import db from '@adonisjs/lucid/services/db'

/** Only what is open has a time: nothing is due while the customer has the turn. */
const open = () => db.from('helpdesk_targets').whereNull('met_at').select('ticket_id')

/** Ids of tickets of which something is due soon, so that their team was warned or will be. */
export const dueSoon = (now: number) =>
  open().where('warn_at', '<=', now).where('due_at', '>=', now)

/** Ids of tickets of which something should have been done. */
export const overdue = (now: number) => open().where('due_at', '<', now)
