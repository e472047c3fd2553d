import db from '@adonisjs/lucid/services/db'
import { Customer } from '#core/customers'
import { clock, hashToken, rows } from '#core/platform'
import { Ticket } from '#plugins/helpdesk/models/ticket'

/** A mailed link and its ticket; `userId` is null of a customer without a login. */
export type MailedLink = {
  number: string
  publicId: string
  userId: number | null
  /** Neither used nor expired. */
  isOpen: boolean
}

type Row = {
  number: string
  public_id: string
  user_id: number | null
  used_at: number | string | null
  expires_at: number | string
}

const BEHIND = `
  select t.number, t.public_id, c.user_id, l.used_at, l.expires_at from helpdesk_links l
  join ${Ticket.table} t on t.id = l.ticket_id
  join ${Customer.table} c on c.id = t.customer_id where l.token_hash = ?`

/** The link of a mail by its secret; null when there is none. */
export async function linkBehind(token: string): Promise<MailedLink | null> {
  const [row] = await rows<Row>(db.connection(), BEHIND, [hashToken(token)])
  if (!row) return null
  const { number, public_id: publicId, user_id: userId } = row
  const isOpen = row.used_at === null && Number(row.expires_at) > clock.now()
  return { number, publicId, userId, isOpen }
}
