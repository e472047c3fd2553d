import { test } from '@japa/runner'
import { clock, randomId, type Actor } from '#core/platform'
import { AddToTicket } from '#plugins/helpdesk/actions/add_to_ticket'
import { AnswerSolution } from '#plugins/helpdesk/actions/answer_solution'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import { CancelTicket } from '#plugins/helpdesk/actions/cancel_ticket'
import { ChangeTicket } from '#plugins/helpdesk/actions/change_ticket'
import { lapseSolution } from '#plugins/helpdesk/actions/lapse_solution'
import { RateTicket } from '#plugins/helpdesk/actions/rate_ticket'
import { ReopenTicket } from '#plugins/helpdesk/actions/reopen_ticket'
import type { Doer, TicketStep } from '#plugins/helpdesk/domain/ticket_states'
import { Entry } from '#plugins/helpdesk/models/entry'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import {
  aHelpdesk,
  asCustomer,
  asStaff,
  aTicket,
  NOW,
  ticketNow,
} from '#plugins/helpdesk/tests/helpdesk'
import { TicketModel } from '#plugins/helpdesk/tests/ticket_model'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { chance } from '#tests/kit/nonsense'
import { repetitions } from '#tests/kit/repetitions'

const STAFF: TicketStep[] = ['answer', 'ask', 'propose', 'propose', 'note', 'cancel', 'take']
const CUSTOMERS: TicketStep[] = [
  ...(['add', 'accept', 'accept', 'reject', 'take_back', 'reopen', 'rate'] as const),
  'cancel',
]
const WAYS: [TicketStep, Doer][] = [
  ...STAFF.map((step): [TicketStep, Doer] => [step, 'staff']),
  ...CUSTOMERS.map((step): [TicketStep, Doer] => [step, 'customer']),
  ...['lapse', 'lapse'].map((step): [TicketStep, Doer] => [step as TicketStep, 'time']),
]
const LONG = 8
/** Most steps that come to mind are refused: the first of so many that is not is taken. */
const TRIES = 3
const HOUR = 3_600_000
const PAUSES = [1, 1, 30, 80, 200, 800]

test.group('Tickets at random', (group) => {
  group.each.setup(() => freshDatabase())
  const begin = frozenAt(group, NOW)

  test('H5 whatever staff, customers and time do, the table tells what became of it', async ({
    assert,
  }) => {
    const whole = chance(26_113_027)
    const runs = repetitions('random lives of a ticket', { test: 100, proof: 2000 })
    const desk = await aHelpdesk()
    const agent = await asStaff()
    const requester = { customerId: (await aTicket(desk)).customerId }
    const seen: Record<string, number> = {}
    for (let run = 0; run < runs; run++) {
      clock.freeze(begin)
      const model = new TicketModel()
      let ticket = await aTicket(desk, { requester })
      for (let nth = 0; nth < LONG; nth++) {
        clock.freeze(clock.now() + PAUSES[whole(PAUSES.length)] * HOUR)
        const now = clock.now()
        const ways = Array.from({ length: TRIES }, () => WAYS[whole(WAYS.length)])
        const [step, by] = ways.find((way) => model.may(...way, now)) ?? ways[0]
        const expected = model.may(step, by, now)
        const answer = await act(step, by === 'staff' ? agent : asCustomer(), ticket)
        ticket = await ticketNow(ticket.id)
        if (expected) model.take(step, by, now, ticket.lapsesAt)
        assert.equal(answer, expected, `${step} by ${by} in run ${run}`)
        assert.equal(ticket.state, model.state, `${step} by ${by} in run ${run}`)
        const key = `${step} ${answer ? 'ok' : 'refused'}`
        seen[key] = (seen[key] ?? 0) + 1
      }
      await assertTold(assert, ticket)
    }
    console.log(`      ${runs} runs: ${JSON.stringify(seen)}`)
    assert.isTrue(WAYS.every(([step]) => seen[`${step} ok`] > 0))
  }).timeout(900_000)

  /** Its entries lead from state to state without a gap, and the last says the one it is in. */
  async function assertTold(
    assert: { deepEqual: (a: unknown, b: unknown) => void },
    { id, state }: Ticket
  ) {
    const entries = await Entry.query().where('ticketId', id).orderBy('id')
    const froms = entries.slice(1).map(({ fromState }) => fromState)
    assert.deepEqual(
      [...froms, state],
      entries.map(({ toState }) => toState)
    )
  }
})

async function act(step: TicketStep, by: Actor, ticket: Ticket): Promise<boolean> {
  const { id: ticketId, version } = ticket
  const text = `${step} …`
  switch (step) {
    case 'take': {
      if (ticket.state !== 'new') return false
      const values = { assigneeId: by.id }
      return (await new ChangeTicket().handle({ ticketId, values, by })).ok
    }
    case 'add': {
      const addition = { formKey: randomId(), ticketId, text, files: [], by }
      return (await new AddToTicket().handle(addition)).ok
    }
    case 'accept':
    case 'reject': {
      const proposedAt = ticket.proposedAt ?? 0
      return (await new AnswerSolution().handle({ ticketId, answer: step, text, proposedAt, by }))
        .ok
    }
    case 'take_back':
    case 'reopen':
      return (await new ReopenTicket().handle({ ticketId, step, text, by })).ok
    case 'cancel':
      return (await new CancelTicket().handle({ ticketId, text, by })).ok
    case 'rate':
      return (await new RateTicket().handle({ ticketId, rating: 5, comment: null, by })).ok
    case 'lapse':
      await lapseSolution({ ticketId, lapsesAt: ticket.lapsesAt ?? 0 })
      return ticket.state === 'solution_proposed' && (await ticketNow(ticketId)).state === 'closed'
    default:
      return (await new AnswerTicket().handle({ ticketId, word: step, text, seen: version, by })).ok
  }
}
