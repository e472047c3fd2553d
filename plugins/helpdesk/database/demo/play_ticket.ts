import { User } from '#core/accounts'
import { createCustomer, Customer } from '#core/customers'
import { clock, randomId, SYSTEM, transaction, type Actor } from '#core/platform'
import { AddToTicket } from '#plugins/helpdesk/actions/add_to_ticket'
import { AnswerSolution } from '#plugins/helpdesk/actions/answer_solution'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import type { StaffWord } from '#plugins/helpdesk/domain/ticket_states'
import { CancelTicket } from '#plugins/helpdesk/actions/cancel_ticket'
import { ChangeTicket } from '#plugins/helpdesk/actions/change_ticket'
import { lapseSolution } from '#plugins/helpdesk/actions/lapse_solution'
import { OpenTicket, type Requester } from '#plugins/helpdesk/actions/open_ticket'
import { RateTicket } from '#plugins/helpdesk/actions/rate_ticket'
import { ReopenTicket } from '#plugins/helpdesk/actions/reopen_ticket'
import { CUSTOMERS, type DemoPerson } from '#plugins/helpdesk/database/demo/people'
import type { DemoOffice } from '#plugins/helpdesk/database/demo/set_up'
import type { DemoTicket } from '#plugins/helpdesk/database/demo/tickets'
import type { TicketStep } from '#plugins/helpdesk/domain/ticket_states'
import { Ticket } from '#plugins/helpdesk/models/ticket'

/** A ticket of the demo, step by step, each at its time. */
export async function playTicket(script: DemoTicket, office: DemoOffice): Promise<void> {
  const { opened, steps } = script
  const { requester, by } = await whoIs(CUSTOMERS[script.by])
  const [ago, time] = opened
  const begin = () => open(script, { office, requester, by })
  const { id, teamId } = await clock.during(office.at(ago, time), begin)
  const agent = office.agents.get(teamId)!
  for (const [since, hour, step, words] of steps) {
    const ticket = await Ticket.findOrFail(id)
    const at = step === 'lapse' ? ticket.lapsesAt! : office.at(since, hour)
    const [text, rating] = typeof words === 'number' ? [null, words] : [words ?? null, 0]
    const take = () => STEPS[step]({ ticket, ticketId: id, text, rating, by, agent })
    const done = await clock.during(at, take)
    if (done && !done.ok) throw new Error(`${ticket.number}: ${step} refused, ${done.reason}`)
  }
}

type Opener = { office: DemoOffice; requester: Requester; by: Actor }

async function open(script: DemoTicket, { office, requester, by }: Opener) {
  const { urgency, opened, need: key } = script
  const [, , description] = opened
  const need = office.needs.get(key)!
  const ticket = await new OpenTicket().handle({
    ...{ formKey: randomId(), requester, by, locale: CUSTOMERS[script.by].locale },
    ...{ intakeVersionId: office.versionId, key, need, urgency, description },
    ...{ formVersionId: null, answers: null, files: [] },
  })
  if (!ticket.ok) throw new Error(ticket.reason)
  return { id: ticket.id, teamId: need.teamId }
}

/** Whoever has an account acts in it; of the others there is a record. */
async function whoIs(person: DemoPerson): Promise<{ requester: Requester; by: Actor }> {
  const { firstName, lastName, email } = person
  const user = await User.findBy('email', email)
  if (user) {
    const requester = { userId: user.id, firstName, lastName, email }
    return { requester, by: { kind: 'customer', id: user.id } }
  }
  const add = () => transaction((trx) => createCustomer(trx, { ...person, actor: SYSTEM }))
  const { id: customerId } = (await Customer.findBy('email', email)) ?? (await add())
  return { requester: { customerId }, by: { kind: 'customer', id: null } }
}

type Played = {
  ticket: Ticket
  ticketId: number
  text: string | null
  rating: number
  by: Actor
  agent: Actor
}
type Done = { ok: true } | { ok: false; reason: string }

const say =
  (word: StaffWord) =>
  ({ ticketId, text, agent }: Played): Promise<Done> =>
    new AnswerTicket().handle({ ticketId, word, text: text!, by: agent })

const answer =
  (chosen: 'accept' | 'reject') =>
  ({ ticketId, text, by, ticket }: Played): Promise<Done> =>
    new AnswerSolution().handle({
      ...{ ticketId, answer: chosen, text, by, proposedAt: ticket.proposedAt! },
    })

const goOn =
  (step: 'take_back' | 'reopen') =>
  ({ ticketId, text, by }: Played): Promise<Done> =>
    new ReopenTicket().handle({ ticketId, step, text, by })

const STEPS: Record<TicketStep, (played: Played) => Promise<Done | void>> = {
  take: ({ ticketId, agent }) =>
    new ChangeTicket().handle({ ticketId, values: { assigneeId: agent.id }, by: agent }),
  answer: say('answer'),
  ask: say('ask'),
  propose: say('propose'),
  note: say('note'),
  add: ({ ticketId, text, by }) =>
    new AddToTicket().handle({ formKey: randomId(), ticketId, text, files: [], by }),
  accept: answer('accept'),
  reject: answer('reject'),
  lapse: ({ ticketId, ticket }) => lapseSolution({ ticketId, lapsesAt: ticket.lapsesAt! }),
  take_back: goOn('take_back'),
  reopen: goOn('reopen'),
  cancel: ({ ticketId, text, by }) => new CancelTicket().handle({ ticketId, text, by }),
  rate: ({ ticketId, rating, by }) =>
    new RateTicket().handle({ ticketId, rating, comment: null, by }),
}
