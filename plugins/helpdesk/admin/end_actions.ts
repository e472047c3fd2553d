import type { Action } from '#core/admin'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import { CancelTicket } from '#plugins/helpdesk/actions/cancel_ticket'
import { isRunning } from '#plugins/helpdesk/domain/ticket_states'
import { Ticket } from '#plugins/helpdesk/models/ticket'

type Deed = Action<Ticket>

const LONGEST = 5000
const refused = (reason: string) => ({
  ok: false as const,
  reason: `helpdesk.admin.tickets.refusals.${reason}`,
})
const running = {
  permission: 'helpdesk.work',
  on: ['row', 'bulk', 'palette', 'command'],
  when: ({ state }: Ticket) => isRunning(state),
  whyNot: () => 'helpdesk.admin.tickets.refusals.over',
} as const

/** Without an address nobody is told by mail, so staff must do it. */
const noticeOf = (said: string, { customer }: Ticket) =>
  `helpdesk.admin.tickets.notices.${said}${customer.email ? '' : '_without_mail'}`

const note: Deed = {
  id: 'note',
  permission: 'helpdesk.work',
  on: ['row', 'bulk', 'palette', 'command'],
  icon: 'lock',
  form: [{ name: 'text', kind: 'long_text', max: LONGEST, required: true, hint: true }],
  run: async ({ record, values, viewer }) => {
    const words = { ticketId: record.id, word: 'note', text: String(values.text) } as const
    const said = await new AnswerTicket().handle({ ...words, by: viewer.actor })
    return said.ok
      ? { ok: true, notice: 'helpdesk.admin.tickets.notices.note' }
      : refused('not_now')
  },
}

const cancel: Deed = {
  ...running,
  id: 'cancel',
  icon: 'ban',
  danger: true,
  form: [{ name: 'reason', kind: 'long_text', max: LONGEST, required: true, hint: true }],
  run: async ({ record, values, viewer }) => {
    const cancellation = { ticketId: record.id, text: String(values.reason), by: viewer.actor }
    const done = await new CancelTicket().handle(cancellation)
    return done.ok ? { ok: true, notice: noticeOf('cancel', record) } : refused(done.reason)
  },
}

/** Of the same customer, who else would read of a ticket that they cannot open. */
async function standIn(record: Ticket, number: string) {
  const other = await Ticket.findBy('number', number.trim().toUpperCase())
  if (!other || other.customerId !== record.customerId) return refused('no_such_ticket')
  if (other.id === record.id) return refused('itself')
  return isRunning(other.state) ? other : refused('other_is_over')
}

const duplicate: Deed = {
  ...running,
  id: 'duplicate',
  on: ['row', 'palette', 'command'],
  icon: 'copy',
  danger: true,
  form: [{ name: 'duplicateOf', kind: 'text', max: 20, required: true, hint: true, width: 's' }],
  run: async ({ record, values, viewer }) => {
    const other = await standIn(record, String(values.duplicateOf))
    if (!(other instanceof Ticket)) return other
    const cancellation = { ticketId: record.id, text: null, duplicateOfId: other.id }
    const done = await new CancelTicket().handle({ ...cancellation, by: viewer.actor })
    return done.ok ? { ok: true, notice: noticeOf('duplicate', record) } : refused(done.reason)
  },
}

/** A note for colleagues, and the ends that are no solution. */
export const endActions: Deed[] = [note, cancel, duplicate]
