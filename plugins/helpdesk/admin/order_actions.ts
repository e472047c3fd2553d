import type { Action, ActionResult, Viewer } from '#core/admin'
import { ChangeTicket } from '#plugins/helpdesk/actions/change_ticket'
import { agentChoices, levelChoices, teamChoices } from '#plugins/helpdesk/admin/choices'
import { KINDS, type Kind } from '#plugins/helpdesk/domain/intake'
import { IMPACTS, PRIORITIES, type Impact, type Priority } from '#plugins/helpdesk/domain/priority'
import { isRunning } from '#plugins/helpdesk/domain/ticket_states'
import { TeamMember } from '#plugins/helpdesk/models/team_member'
import type { Ticket } from '#plugins/helpdesk/models/ticket'

type Order = Action<Ticket>
type Change = Parameters<ChangeTicket['handle']>[0]['values']

const shared = {
  permission: 'helpdesk.work',
  on: ['row', 'bulk', 'palette', 'command'],
  when: ({ state }: Ticket) => isRunning(state),
  whyNot: () => 'helpdesk.admin.tickets.refusals.over',
} as const

async function changed(
  id: string,
  { record, viewer }: { record: Ticket; viewer: Viewer },
  values: Change
): Promise<ActionResult> {
  const change = { ticketId: record.id, values, by: viewer.actor }
  const done = await new ChangeTicket().handle(change)
  if (!done.ok) return { ok: false, reason: `helpdesk.admin.tickets.refusals.${done.reason}` }
  return { ok: true, notice: `helpdesk.admin.tickets.notices.${id}` }
}

const isMember = async (teamId: number, userId: number) =>
  (await TeamMember.query().where({ teamId, userId }).first()) !== null

const take: Order = {
  ...shared,
  id: 'take',
  icon: 'hand-helping',
  next: true,
  run: async ({ record, viewer }) => {
    const { id: assigneeId } = viewer.user
    if (record.assigneeId === assigneeId) {
      return { ok: false, reason: 'helpdesk.admin.tickets.refusals.yours_already' }
    }
    return changed('take', { record, viewer }, { assigneeId })
  },
}

const assign: Order = {
  ...shared,
  id: 'assign',
  icon: 'user-check',
  form: [{ name: 'assigneeId', kind: 'relation', to: () => agentChoices, required: true }],
  run: async ({ record, values, viewer }) => {
    const assigneeId = Number(values.assigneeId)
    if (!(await isMember(record.teamId, assigneeId))) {
      return { ok: false, reason: 'helpdesk.admin.tickets.refusals.not_in_team' }
    }
    return changed('assign', { record, viewer }, { assigneeId })
  },
}

/** Who has it keeps it where they belong to the other team too. */
const handOver: Order = {
  ...shared,
  id: 'hand_over',
  icon: 'users',
  form: [{ name: 'teamId', kind: 'relation', to: () => teamChoices, required: true }],
  run: async ({ record, values, viewer }) => {
    const teamId = Number(values.teamId)
    const { assigneeId } = record
    const stays = assigneeId !== null && (await isMember(teamId, assigneeId))
    return changed(
      'hand_over',
      { record, viewer },
      stays ? { teamId } : { teamId, assigneeId: null }
    )
  },
}

const prioritise: Order = {
  ...shared,
  id: 'prioritise',
  icon: 'flag',
  form: [{ name: 'priority', kind: 'choice', choices: PRIORITIES.map(String), required: true }],
  run: ({ record, values, viewer }) =>
    changed('prioritise', { record, viewer }, { priority: Number(values.priority) as Priority }),
}

const classify: Order = {
  ...shared,
  id: 'classify',
  icon: 'tag',
  form: [
    { name: 'kind', kind: 'choice', choices: KINDS, required: true },
    { name: 'impact', kind: 'choice', choices: IMPACTS, required: true },
  ],
  run: ({ record, values, viewer }) => {
    const order = { kind: values.kind as Kind, impact: values.impact as Impact }
    return changed('classify', { record, viewer }, order)
  },
}

const promise: Order = {
  ...shared,
  id: 'promise',
  icon: 'timer',
  form: [{ name: 'serviceLevelId', kind: 'relation', to: () => levelChoices, hint: true }],
  run: ({ record, values, viewer }) => {
    const serviceLevelId = values.serviceLevelId ? Number(values.serviceLevelId) : null
    return changed('promise', { record, viewer }, { serviceLevelId })
  },
}

/** What staff put in order among themselves; customers read none of it. */
export const orderActions: Order[] = [take, assign, handOver, prioritise, classify, promise]
