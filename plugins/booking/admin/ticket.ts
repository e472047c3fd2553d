import type { Action } from '#core/admin'
import { ticketsPdf, type IssuedTicket } from '#core/documents'
import { IssueTicket } from '#plugins/booking/actions/issue_ticket'
import { canChange } from '#plugins/booking/admin/cancel'
import type { BookedTime } from '#plugins/booking/models/booked_time'
import { presentIssuedTicket } from '#plugins/booking/presenters/ticket_file'

const WHY_NOT: Record<string, string> = {
  confirmed: 'not_cancelled.over',
  pending: 'no_ticket.pending',
}

/** B10, B12: the customer's ticket in their language, for whoever prints it at the desk. */
export const ticket: Action<BookedTime> = {
  id: 'ticket',
  permission: 'booking.manage',
  on: ['row', 'bulk', 'palette', 'command'],
  icon: 'ticket',
  when: canChange,
  // For the printer: many are one file with a page each.
  document: { type: 'application/pdf', ending: 'pdf', write: ticketsPdf },
  whyNot: ({ state }) => `booking.admin.${WHY_NOT[state] ?? 'not_cancelled.ended'}`,
  run: async ({ record, viewer }) => {
    const issued = await new IssueTicket().handle(record.id, viewer.actor)
    const { ticket: shown, made, name } = await presentIssuedTicket(issued)
    const part = { ticket: shown, made } satisfies IssuedTicket
    const download = { name: `${name}.pdf`, part }
    return { ok: true, notice: 'booking.admin.notices.ticket_issued', download }
  },
}
