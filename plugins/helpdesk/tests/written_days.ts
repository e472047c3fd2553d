import { clock } from '#core/platform'
import { AnswerSolution } from '#plugins/helpdesk/actions/answer_solution'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import type { StaffWord } from '#plugins/helpdesk/domain/ticket_states'
import { RateTicket } from '#plugins/helpdesk/actions/rate_ticket'
import { ReopenTicket } from '#plugins/helpdesk/actions/reopen_ticket'
import { rome } from '#plugins/helpdesk/tests/calendars'
import { asCustomer, aTicket, ticketNow, type Helpdesk } from '#plugins/helpdesk/tests/helpdesk'

type Said = StaffWord | 'accept' | 'reject' | 'take_back' | number

/** The three days by hand of docs/domain/helpdesk-statistics.md, in order of time. */
const DAYS: [time: string, ticket: string, said: Said | 'open'][] = [
  ['12 09:00', 'A', 'open'],
  ['12 09:00', 'B', 'open'],
  ['12 09:00', 'E', 'open'],
  ['12 10:00', 'A', 'answer'],
  ['12 10:00', 'E', 'propose'],
  ['12 11:00', 'E', 'accept'],
  ['12 12:00', 'A', 'propose'],
  ['12 12:30', 'A', 'accept'],
  ['12 12:30', 'A', 5],
  ['12 17:00', 'B', 'propose'],
  ['13 09:00', 'B', 'reject'],
  ['13 09:00', 'C', 'open'],
  ['13 09:30', 'E', 'take_back'],
  ['13 10:00', 'D', 'open'],
  ['13 11:00', 'D', 'ask'],
  ['14 11:00', 'B', 'propose'],
  ['14 12:00', 'B', 'accept'],
  ['14 12:00', 'B', 2],
]

/** Plays the three days and leaves the clock where they are looked at. */
export async function writtenDays(desk: Helpdesk, agentId: number): Promise<void> {
  const ids = new Map<string, number>()
  for (const [time, name, said] of DAYS) {
    clock.freeze(rome(`2027-01-${time}`))
    if (said === 'open') ids.set(name, (await aTicket(desk)).id)
    else await say(ids.get(name)!, said, agentId)
  }
  clock.freeze(rome('2027-01-14 13:00'))
}

async function say(ticketId: number, said: Said, agentId: number): Promise<void> {
  const by = asCustomer()
  const text = 'Because.'
  const { proposedAt } = await ticketNow(ticketId)
  if (typeof said === 'number') {
    await new RateTicket().handle({ ticketId, rating: said, comment: null, by })
  } else if (said === 'accept' || said === 'reject') {
    const answer = { ticketId, answer: said, text, proposedAt: proposedAt!, by }
    await new AnswerSolution().handle(answer)
  } else if (said === 'take_back') {
    await new ReopenTicket().handle({ ticketId, step: said, text, by })
  } else {
    const agent = { kind: 'staff', id: agentId } as const
    await new AnswerTicket().handle({ ticketId, word: said, text, by: agent })
  }
}
