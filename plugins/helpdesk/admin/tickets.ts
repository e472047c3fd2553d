import {
  assigneeCell,
  contactCell,
  customerCell,
  resource,
  type AnyResource,
  type Viewer,
} from '#core/admin'
import { urlFor } from '#core/platform'
import { deadlinesPanel } from '#plugins/helpdesk/admin/deadlines_panel'
import { endActions } from '#plugins/helpdesk/admin/end_actions'
import { MATTER, matterPanel } from '#plugins/helpdesk/admin/matter_panel'
import { orderActions } from '#plugins/helpdesk/admin/order_actions'
import { threadPanel } from '#plugins/helpdesk/admin/thread_panel'
import {
  dueOf,
  endOf,
  kindOf,
  levelsOf,
  pressingOf,
  stateOf,
  teamsOf,
  urgencyOf,
} from '#plugins/helpdesk/admin/ticket_cells'
import { ticketFilters } from '#plugins/helpdesk/admin/ticket_filters'
import { keepUnassigned, ticketTabs } from '#plugins/helpdesk/admin/ticket_tabs'
import { stateAfter, type StaffWord } from '#plugins/helpdesk/domain/ticket_states'
import { INBOX } from '#plugins/helpdesk/inbox'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { byTicketOrCustomer } from '#plugins/helpdesk/queries/ticket_or_customer'

/** Where staff write to the customer, as far as the state allows it. */
const writing = (word: StaffWord, icon: string, lead = false) => ({
  ...{ id: word, icon, lead },
  href: ({ id, state }: Ticket, { can }: Viewer) =>
    stateAfter(state, word, 'staff') && can('helpdesk.work')
      ? urlFor('helpdesk.desk_replies.create', { id }, { word })
      : null,
})

/** What customers have asked for, whichever team has it. */
export const tickets: AnyResource = resource({
  id: INBOX,
  model: Ticket,
  permission: { view: 'helpdesk.view', manage: null },
  personal: true,
  key: 'h',
  icon: 'inbox',
  live: true,
  count: { words: 'helpdesk.desk.nobody_has', keep: keepUnassigned },
  palette: {
    preload: ['customer'],
    note: ({ customer }) => customer.name,
    names: ({ number, customer }) => [number, customer.name],
    near: 'createdAt',
  },
  preload: ['customer', 'assignee', 'targets'],
  label: ({ number, subject }) => `${number} · ${subject}`,
  list: {
    columns: [
      { name: 'number', sort: true, strong: true },
      { name: 'subject' },
      { name: 'customer', value: ({ customer }) => customer.name },
      { name: 'urgency', value: urgencyOf, hidden: true },
      { name: 'priority', sort: true, thenBy: 'changedAt' },
      { name: 'state', value: stateOf, sort: true, thenBy: 'changedAt' },
      { name: 'team', texts: teamsOf, hidden: true },
      { name: 'assigneeId', value: assigneeCell },
      { name: 'due', value: dueOf, sort: 'nextDueAt', emptyLast: true, thenBy: 'priority' },
      { name: 'changedAt', sort: true, hidden: true },
      { name: 'createdAt', sort: true, hidden: true },
      { name: 'kind', value: kindOf, hidden: true },
    ],
    search: [],
    matches: byTicketOrCustomer,
    filters: ticketFilters,
    defaultSort: 'priority',
    tabs: ticketTabs,
  },
  show: {
    preload: MATTER,
    assets: ['plugins/helpdesk/assets/entry.css'],
    compact: true,
    columns: [
      { name: 'state', value: stateOf },
      { name: 'due', value: dueOf },
      { name: 'end', value: endOf },
      { name: 'priority', value: pressingOf },
      { name: 'kind', value: kindOf },
      { name: 'team', texts: teamsOf },
      { name: 'assigneeId', value: assigneeCell },
      { name: 'level', texts: levelsOf },
      { name: 'customer', value: customerCell },
      { name: 'contact', value: contactCell },
      { name: 'createdAt' },
    ],
    panels: [threadPanel, deadlinesPanel, matterPanel],
    links: [
      writing('answer', 'message-square', true),
      writing('ask', 'circle-help'),
      writing('propose', 'circle-check'),
    ],
  },
  actions: [...orderActions, ...endActions],
})
