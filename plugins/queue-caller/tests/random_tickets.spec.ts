import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/platform'
import { CheckIn } from '#plugins/queue-caller/actions/check_in'
import { LeaveQueue } from '#plugins/queue-caller/actions/leave_queue'
import { ServeTicket, type CounterStep } from '#plugins/queue-caller/actions/serve_ticket'
import { TransferTicket } from '#plugins/queue-caller/actions/transfer_ticket'
import { UndoStep } from '#plugins/queue-caller/actions/undo_step'
import type { TicketState } from '#plugins/queue-caller/domain/ticket_states'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { aLine, Desk, Queue } from '#plugins/queue-caller/tests/queue'
import { TicketModel } from '#plugins/queue-caller/tests/ticket_model'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { chance } from '#tests/kit/nonsense'
import { repetitions } from '#tests/kit/repetitions'

const STEPS = ['call', 'call_again', 'start', 'absent', 'finish', 'park', 'resume'] as const
const OTHER_STEPS = ['transfer', 'leave', 'check_in', 'undo'] as const
const ALL = [...STEPS, ...STEPS, ...OTHER_STEPS, 'call', 'start', 'park', 'resume'] as const
const TICKETS = 3
const LONG = 14
/** Most steps that come to mind are refused: the first of so many that is not is taken. */
const TRIES = 6

test.group('Tickets at random', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T09:00:00Z')

  test('Q6 whatever two counters do, the state table and the log tell what became of it', async ({
    assert,
  }) => {
    const whole = chance(4_112_026)
    const runs = repetitions('random lives of three tickets', {
      test: 150,
      proof: 2000,
      postgres: 200,
    })
    const queue = await Queue.open({ extraCalls: 1 })
    const { location, line } = queue
    const lines = [line, await aLine(location, { letter: 'B', extraCalls: 1 })]
    const desks = [queue.desk, await Desk.open(location, lines)]
    const taken: Record<string, number> = {}
    for (let run = 0; run < runs; run++) {
      const models = new TicketModel(1)
      const tickets: Ticket[] = []
      for (let nth = 0; nth < TICKETS; nth++) tickets.push(await queue.walkIn())
      for (let nth = 0; nth < LONG; nth++) {
        const ways = Array.from({ length: TRIES }, () => {
          const desk = desks[whole(desks.length)]
          const ticket = tickets[whole(TICKETS)]
          return { step: ALL[whole(ALL.length)], desk, ticket }
        })
        const ask = ({ step, desk, ticket }: (typeof ways)[number]) =>
          models.answer(step, { id: ticket.id, counter: desk.counter.id })
        const way = ways.find((one) => ask(one) === 'ok') ?? ways[0]
        const { step, desk, ticket } = way
        const expected = ask(way)
        if (expected === 'ok') models.take(step, { id: ticket.id, counter: desk.counter.id })
        const outcome = await act(step, { desk, ticket, to: lines[whole(2)] })
        assert.equal(outcome, expected, `${step} of ${ticket.code} in run ${run}`)
        await ticket.refresh()
        assert.equal(ticket.state, models.stateOf(ticket.id))
        const key = `${step} ${outcome}`
        taken[key] = (taken[key] ?? 0) + 1
      }
      await assertLogged(assert, tickets)
      await retire(tickets)
    }
    console.log(`      ${runs} runs: ${JSON.stringify(taken)}`)
    assert.isTrue(ALL.every((step) => taken[`${step} ok`] > 0))
  }).timeout(600_000)

  /** The last line in the log of each says the state that it is in. */
  async function assertLogged(
    assert: { equal: (a: unknown, b: unknown) => void },
    tickets: Ticket[]
  ) {
    for (const { id, state } of tickets) {
      const last = await db
        .from('queue_caller_events')
        .where('ticket_id', id)
        .orderBy('id', 'desc')
        .first()
      assert.equal(last.state, state)
    }
  }

  const retire = (tickets: Ticket[]) =>
    Ticket.query()
      .whereIn(
        'id',
        tickets.map(({ id }) => id)
      )
      .update({ state: 'closed' satisfies TicketState })
})

type Act = { desk: Desk; ticket: Ticket; to: Awaited<ReturnType<typeof aLine>> }

async function act(step: (typeof ALL)[number], { desk, ticket, to }: Act): Promise<string> {
  const { counter, location, by } = desk
  clock.freeze(clock.now() + 1000)
  const answer =
    step === 'call'
      ? await desk.call(ticket.id)
      : step === 'transfer'
        ? await new TransferTicket().handle(ticket, {
            line: to,
            counterId: null,
            place: 'last',
            by,
          })
        : step === 'leave'
          ? await new LeaveQueue().handle(ticket, { by })
          : step === 'check_in'
            ? await new CheckIn().handle(ticket, by)
            : step === 'undo'
              ? await new UndoStep().handle(ticket, { counterId: counter.id, by })
              : await new ServeTicket().handle(ticket, step satisfies CounterStep, {
                  counterId: counter.id,
                  location,
                  by,
                })
  return answer.ok ? 'ok' : answer.reason
}
