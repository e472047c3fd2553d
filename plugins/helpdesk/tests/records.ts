import { aHelpdesk, aTicket } from '#plugins/helpdesk/tests/helpdesk'
import { setUpRecords } from '#plugins/helpdesk/tests/set_up_records'
import type { RecordMakers } from '#tests/kit/record_matrix'

/** Tickets belong to teams, not to places: every member of staff with the permission sees them. */
const ticket: RecordMakers[string] = {
  everywhere: true,
  make: async () => ({ id: (await aTicket(await aHelpdesk())).id }),
}

/** How to get a record for every route of the panel about the helpdesk. */
export const helpdeskRecords: RecordMakers = {
  ...setUpRecords,
  'helpdesk.tickets': ticket,
  'helpdesk.desk_replies': ticket,
  'helpdesk.deadlines': ticket,
}

/** Public id of a ticket in the account of this person. */
export async function aTicketOf(userId: number): Promise<string> {
  const requester = { userId, firstName: 'Bea', lastName: 'Nowhere', email: 'bea@example.org' }
  return (await aTicket(await aHelpdesk(), { requester })).publicId
}
