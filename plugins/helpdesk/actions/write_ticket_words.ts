import { fold } from '#core/customers'
import { rows, type Trx } from '#core/platform'
import { wordsOfTicket } from '#plugins/helpdesk/domain/ticket_words'
import type { Ticket } from '#plugins/helpdesk/models/ticket'

/** Lets a new ticket be found by its number and subject, which stay as they are. */
export async function writeTicketWords(trx: Trx, { id, number, subject }: Ticket): Promise<void> {
  const words = wordsOfTicket({ number: fold(number), subject: fold(subject) })
  const values = words.map(() => '(?, ?)').join(', ')
  await rows(
    trx,
    `insert into helpdesk_ticket_words (word, ticket_id) values ${values}`,
    words.flatMap((word) => [word, id])
  )
}
