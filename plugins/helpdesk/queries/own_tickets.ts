import db from '@adonisjs/lucid/services/db'
import { Customer } from '#core/customers'
import { columnsOf, marks, recordIn, recordsFrom, rows, type JoinedRow } from '#core/platform'
import { AWAITING, type TicketState } from '#plugins/helpdesk/domain/ticket_states'
import { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import { Ticket } from '#plugins/helpdesk/models/ticket'

/** So many fit a page; more is asked for page by page. */
export const OWN_PAGE = 30

/** The customer is whoever is signed in, and never told by a request. */
const OWNER = `join ${Customer.table} on ${Customer.table}.id = ${Ticket.table}.customer_id
  and ${Customer.table}.user_id = ?`

/** One ticket of a signed-in person with the menu by which it came; a foreign one is not there. */
export async function ownTicket(userId: number, publicId: string): Promise<Ticket | null> {
  const sql = `
    select ${columnsOf(Ticket, IntakeVersion).join(', ')} from ${Ticket.table} ${OWNER}
    join ${IntakeVersion.table} on ${IntakeVersion.table}.id = ${Ticket.table}.intake_version_id
    where ${Ticket.table}.public_id = ?`
  const [row] = await rows<JoinedRow>(db.connection(), sql, [userId, publicId])
  if (!row) return null
  const ticket = recordIn(Ticket, row)!
  ticket.$setRelated('intakeVersion', recordIn(IntakeVersion, row)!)
  return ticket
}

type Wanted = { userId: number; states: readonly TicketState[]; page: number }

/**
 * H5, H6: a page of a person's tickets to be shown, and whether there are more; those in which they
 * have the turn first, then what changed last.
 */
export async function ownTickets({ userId, states, page }: Wanted) {
  const sql = `
    select ${Ticket.table}.* from ${Ticket.table} ${OWNER}
    where ${Ticket.table}.state in (${marks(states)})
    order by case when ${Ticket.table}.state in (${marks(AWAITING)}) then 0 else 1 end,
      ${Ticket.table}.changed_at desc, ${Ticket.table}.id desc limit ? offset ?`
  const wanted = [userId, ...states, ...AWAITING, OWN_PAGE + 1, (page - 1) * OWN_PAGE]
  const found = await rows<Record<string, unknown>>(db.connection(), sql, wanted)
  const tickets = recordsFrom(Ticket, found.slice(0, OWN_PAGE))
  return { tickets, hasNext: found.length > OWN_PAGE }
}

export type NamedTicket = { publicId: string; number: string }
type Related = { id: number; public_id: string; number: string; follow_up_of_id: number | null }

/** Their other tickets that one refers to: what it follows, what goes on for it, what follows it. */
export async function relatedTickets(userId: number, ticket: Ticket) {
  const { id, followUpOfId, duplicateOfId } = ticket
  const table = Ticket.table
  const sql = `
    select ${table}.id, ${table}.public_id, ${table}.number, ${table}.follow_up_of_id
    from ${table} ${OWNER}
    where ${table}.id in (?, ?) or ${table}.follow_up_of_id = ? order by ${table}.id`
  const wanted = [userId, followUpOfId ?? 0, duplicateOfId ?? 0, id]
  const found = await rows<Related>(db.connection(), sql, wanted)
  const named = (isIt: (one: Related) => boolean): NamedTicket[] =>
    found.filter(isIt).map(({ public_id: publicId, number }) => ({ publicId, number }))
  return {
    followed: named((one) => one.id === followUpOfId),
    instead: named((one) => one.id === duplicateOfId),
    following: named((one) => one.follow_up_of_id === id),
  }
}
