import type { Query, Viewer } from '#core/admin'
import { RUNNING, TICKET_STATES, turnOf } from '#plugins/helpdesk/domain/ticket_states'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { dueSoon, overdue } from '#plugins/helpdesk/queries/due_tickets'

type Tickets = Query<Ticket>

const WAITING = TICKET_STATES.filter((state) => turnOf(state) === 'customer')
const running = (query: Tickets) => query.whereIn('state', [...RUNNING])

/** Nobody has them yet. */
export const keepUnassigned = (query: Tickets) => void running(query).whereNull('assigneeId')

/** The inbox: what is one's own first, then what nobody has, and what the clock asks for. */
export const ticketTabs = [
  {
    name: 'mine',
    keep: (query: Tickets, { user }: Viewer) => void running(query).where('assigneeId', user.id),
  },
  { name: 'unassigned', keep: keepUnassigned },
  { name: 'running', keep: (query: Tickets) => void running(query) },
  { name: 'waiting', keep: (query: Tickets) => void query.whereIn('state', WAITING) },
  {
    name: 'due_soon',
    keep: (query: Tickets, { now }: Viewer) => void query.whereIn('id', dueSoon(now)),
    sort: 'nextDueAt',
  },
  {
    name: 'overdue',
    keep: (query: Tickets, { now }: Viewer) => void query.whereIn('id', overdue(now)),
    sort: 'nextDueAt',
  },
  {
    name: 'closed',
    // Nearly all there are: found by an index of states they would all be sorted.
    keep: (query: Tickets) => void query.whereNotIn('state', [...RUNNING]),
    sort: '-changedAt',
  },
]
