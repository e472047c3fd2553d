import type { Trx } from '#core/platform'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { hoursOf, type Hours } from '#plugins/helpdesk/queries/hours_of'

/** Waits for whoever acts on the same ticket, and reads it and its hours after them. */
export async function lockedTicket(
  trx: Trx,
  id: number
): Promise<{ ticket: Ticket; hours: Hours }> {
  const ticket = await Ticket.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
  return { ticket, hours: await hoursOf(trx, ticket.serviceLevelId) }
}
