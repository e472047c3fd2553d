import db from '@adonisjs/lucid/services/db'
import type { Query } from '#core/admin'
import { byCustomer, fold } from '#core/customers'
import { beginningsIn, isTicketNumber } from '#plugins/helpdesk/domain/ticket_words'
import type { Ticket } from '#plugins/helpdesk/models/ticket'

/** Behind every word that begins alike. */
const LAST_SIGN = '\u{10ffff}'

const ticketsWith = (beginning: string) =>
  db
    .from('helpdesk_ticket_words')
    .where('word', '>=', beginning)
    .where('word', '<', beginning + LAST_SIGN)
    .select('ticket_id')

/** For lists of tickets: `or` the number or subject has words that begin so, or the customer does. */
export async function byTicketOrCustomer(searched: string) {
  const folded = fold(searched)
  const beginnings = beginningsIn(folded)
  const inCustomer = isTicketNumber(folded)
    ? null
    : await byCustomer(searched, 'helpdesk_tickets.customer_id')
  return (any: Query<Ticket>): void => {
    void any.orWhere((every) => {
      if (beginnings.length === 0) void every.whereRaw('1 = 0')
      for (const one of beginnings) void every.whereIn('helpdesk_tickets.id', ticketsWith(one))
    })
    inCustomer?.(any)
  }
}
