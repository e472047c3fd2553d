import db from '@adonisjs/lucid/services/db'
import { marks, rows } from '#core/platform'
import { RUNNING } from '#plugins/helpdesk/domain/ticket_states'

export const INBOX_PARTS = ['mine', 'unassigned', 'due_soon', 'overdue'] as const
type InboxPart = (typeof INBOX_PARTS)[number]

const running = (who: string) =>
  `(select count(*) from helpdesk_tickets where ${who} and state in (${marks(RUNNING)}))`
const open = (when: string) =>
  `(select count(distinct ticket_id) from helpdesk_targets where met_at is null and ${when})`

const COUNTS = `select ${running('assignee_id = ?')} as mine,
  ${running('assignee_id is null')} as unassigned,
  ${open('warn_at <= ? and due_at >= ?')} as due_soon, ${open('due_at < ?')} as overdue`

/** How many tickets wait for a person, for anybody, and for the clock. */
export async function inboxCounts(userId: number, now: number): Promise<Record<InboxPart, number>> {
  const bindings = [userId, ...RUNNING, ...RUNNING, now, now, now]
  const [found] = await rows<Record<InboxPart, number | string>>(db.connection(), COUNTS, bindings)
  return {
    mine: Number(found.mine),
    unassigned: Number(found.unassigned),
    due_soon: Number(found.due_soon),
    overdue: Number(found.overdue),
  }
}
