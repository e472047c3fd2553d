import type { Filter } from '#core/admin'
import { agentChoices, teamChoices } from '#plugins/helpdesk/admin/choices'
import { KINDS } from '#plugins/helpdesk/domain/intake'
import { PRIORITIES, URGENCIES } from '#plugins/helpdesk/domain/priority'
import { TICKET_STATES } from '#plugins/helpdesk/domain/ticket_states'

/** Whose it is, how pressing it is, and how it stands. */
export const ticketFilters: Filter[] = [
  { name: 'teamId', kind: 'relation', to: () => teamChoices },
  { name: 'assigneeId', kind: 'relation', to: () => agentChoices },
  { name: 'priority', kind: 'choice', choices: PRIORITIES.map(String) },
  {
    name: 'urgency',
    kind: 'choice',
    choices: URGENCIES,
    label: (urgency, { t }) => t(`helpdesk.urgencies.${urgency}`),
  },
  { name: 'kind', kind: 'choice', choices: KINDS },
  { name: 'state', kind: 'choice', choices: TICKET_STATES },
  { name: 'createdAt', kind: 'dates' },
]
