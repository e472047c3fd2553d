import { User } from '#core/accounts'
import { clock, installedPluginIds, migrate, randomId, type Actor } from '#core/platform'
import { AddToTicket } from '#plugins/helpdesk/actions/add_to_ticket'
import { AnswerSolution } from '#plugins/helpdesk/actions/answer_solution'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import { ReopenTicket } from '#plugins/helpdesk/actions/reopen_ticket'
import { WatchDeadlines } from '#plugins/helpdesk/actions/watch_deadlines'
import { TeamMember } from '#plugins/helpdesk/models/team_member'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { aHelpdesk, asCustomer, asStaff, aTicket } from '#plugins/helpdesk/tests/helpdesk'
import { chance } from '#tests/kit/nonsense'
import type { Counted } from '#tests/kit/race_ground'

/** `at`: what time it is meanwhile. */
export type RaceTask = { at: number } & (
  | { kind: 'prepare'; tickets: number }
  | { kind: 'act'; who: 'staff' | 'customer'; attempts: number; seed: number }
  | { kind: 'watch' }
)

/** So many of one process are under way at a time. */
const AT_ONCE = 6

export function run(task: RaceTask & { worker: number }): Promise<Counted> {
  clock.freeze(task.at)
  if (task.kind === 'prepare') return prepare(task)
  return task.kind === 'watch' ? watch() : act(task)
}

async function prepare({ tickets }: { tickets: number }): Promise<Counted> {
  await migrate(installedPluginIds())
  const desk = await aHelpdesk()
  const [lead] = [await asStaff(), await asStaff()]
  await TeamMember.create({ teamId: desk.team.id, userId: lead.id!, leads: true })
  for (let nth = 0; nth < tickets; nth++) await aTicket(desk)
  return {
    tickets: await Ticket.query()
      .count('* as n')
      .then(([row]) => Number(row.$extras.n)),
  }
}

/** A worker looks after the deadlines, five times in a row. */
async function watch(): Promise<Counted> {
  for (let nth = 0; nth < 5; nth++) await new WatchDeadlines().handle()
  return {}
}

type Acting = {
  who: 'staff' | 'customer'
  attempts: number
  seed: number
  worker: number
}

/** Two of the staff, or a customer at two windows, do whatever comes to mind to any ticket. */
async function act({ who, attempts, seed, worker }: Acting): Promise<Counted> {
  const whole = chance(seed + worker)
  const by = who === 'staff' ? await memberOf(worker) : asCustomer(worker)
  const ids = (await Ticket.query().select('id')).map(({ id }) => id)
  const answer: Counted = {}
  let left = attempts
  const lane = async () => {
    while (left-- > 0) {
      const ticketId = ids[whole(ids.length)]
      const outcome = await said(who, { ticketId, by, whole, text: `${who} ${worker} ${left}` })
      answer[outcome] = (answer[outcome] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return answer
}

/** The nth of the staff that were laid out. */
async function memberOf(nth: number): Promise<Actor> {
  const staff = await User.query().where('kind', 'staff').orderBy('id')
  return { kind: 'staff', id: staff[nth % staff.length].id }
}

type Word = { ticketId: number; by: Actor; text: string; whole: (below: number) => number }

async function said(who: 'staff' | 'customer', word: Word): Promise<string> {
  const { ticketId, by, text, whole } = word
  try {
    const ticket = await Ticket.findOrFail(ticketId)
    const { version: seen, proposedAt } = ticket
    if (who === 'staff') {
      const step = (['answer', 'ask', 'propose', 'propose'] as const)[whole(4)]
      return told(step, await new AnswerTicket().handle({ ticketId, word: step, text, seen, by }))
    }
    const step = (['add', 'accept', 'reject', 'take_back'] as const)[whole(4)]
    if (step === 'add') {
      const addition = { formKey: randomId(), ticketId, text, files: [], by }
      return told(step, await new AddToTicket().handle(addition))
    }
    if (step === 'take_back') {
      return told(step, await new ReopenTicket().handle({ ticketId, step, text, by }))
    }
    const decided = { ticketId, answer: step, text, proposedAt: proposedAt ?? 0, by }
    return told(step, await new AnswerSolution().handle(decided))
  } catch (error) {
    return `error ${(error as Error).message}`
  }
}

const told = (step: string, done: { ok: true } | { ok: false; reason: string }) =>
  `${step} ${done.ok ? 'ok' : done.reason}`
