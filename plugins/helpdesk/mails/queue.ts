import { Customer } from '#core/customers'
import { queueMail } from '#core/messaging'
import { clock, rows, secretToken, type Trx } from '#core/platform'
import { TICKET_MAILS, type Occasion, type TicketMail } from '#plugins/helpdesk/mails/ticket_mail'
import type { Ticket } from '#plugins/helpdesk/models/ticket'

const LINK_FOR = 30 * 86_400_000

type Recipient = { first_name: string; last_name: string; email: string | null }

type Told = Partial<Pick<TicketMail, 'text' | 'until' | 'other'>> & {
  occasion: Occasion
  /** Zone in which the mail names times. */
  zone: string
  /** Makes the mail one of its kind: id of the entry, or day of a reminder. */
  once: number | string
}

/**
 * Writes a mail about a ticket into the transaction that caused it. A customer without an e-mail
 * address gets none.
 */
export async function queueTicketMail(trx: Trx, ticket: Ticket, told: Told): Promise<void> {
  const { occasion, once, zone, text = null, until = null, other = null } = told
  const sql = `select first_name, last_name, email from ${Customer.table} where id = ?`
  const [customer] = await rows<Recipient>(trx, sql, [ticket.customerId])
  if (!customer.email) return
  const { publicId, number, subject, urgency, lastDay, locale } = ticket
  const token = await newLink(trx, ticket)
  await queueMail(trx, TICKET_MAILS[occasion], {
    to: customer.email,
    toName: `${customer.first_name} ${customer.last_name}`.trim(),
    locale,
    data: {
      ...{ token, number, subject, urgency, lastDay, text, until, other, zone },
      firstName: customer.first_name,
    },
    dedupeKey: `helpdesk.${occasion}:${publicId}:${once}`,
    about: { object: 'helpdesk.ticket', id: ticket.id },
  })
}

/** A token that opens the ticket once, for reading; only its hash is kept. */
async function newLink(trx: Trx, { id }: Ticket): Promise<string> {
  const { plain, hash } = secretToken()
  const sql = 'insert into helpdesk_links (ticket_id, token_hash, expires_at) values (?, ?, ?)'
  await rows(trx, sql, [id, hash, clock.now() + LINK_FOR])
  return plain
}
