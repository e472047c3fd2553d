import { test } from '@japa/runner'
import { OutboxMail } from '#core/messaging'
import { clock, randomId } from '#core/platform'
import { AddToTicket } from '#plugins/helpdesk/actions/add_to_ticket'
import { AnswerSolution } from '#plugins/helpdesk/actions/answer_solution'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import { CancelTicket } from '#plugins/helpdesk/actions/cancel_ticket'
import { ChangeTicket } from '#plugins/helpdesk/actions/change_ticket'
import { lapseSolution, remindOfSolution } from '#plugins/helpdesk/actions/lapse_solution'
import { RateTicket } from '#plugins/helpdesk/actions/rate_ticket'
import { ReopenTicket } from '#plugins/helpdesk/actions/reopen_ticket'
import type { StaffWord } from '#plugins/helpdesk/domain/ticket_states'
import { Target } from '#plugins/helpdesk/models/target'
import { rome } from '#plugins/helpdesk/tests/calendars'
import {
  aHelpdesk,
  asCustomer,
  asStaff,
  aTicket,
  deedsOf,
  NOW,
  ticketNow,
} from '#plugins/helpdesk/tests/helpdesk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const CUSTOMER = asCustomer()
const HOUR = 3_600_000

test.group('H3–H6 The way of a ticket', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  const mails = async () =>
    (await OutboxMail.query().orderBy('id')).map(({ template }) => template.slice(9))

  async function opened() {
    const desk = await aHelpdesk()
    const ticket = await aTicket(desk)
    const agent = await asStaff()
    const say = (word: StaffWord, text = `${word} …`) =>
      new AnswerTicket().handle({ ticketId: ticket.id, word, text, by: agent })
    return { desk, ticket, agent, say, ticketId: ticket.id }
  }

  async function proposed() {
    const place = await opened()
    await place.say('propose', 'Switch it off and on.')
    const { proposedAt } = await ticketNow(place.ticketId)
    const answer = (answer: 'accept' | 'reject', text: string | null = null) =>
      new AnswerSolution().handle({
        ...{ ticketId: place.ticketId, answer, text, proposedAt: proposedAt!, by: CUSTOMER },
      })
    return { ...place, answer, proposedAt: proposedAt! }
  }

  test('H3 a ticket gets its number, its priority and its deadlines, and the customer a mail', async ({
    assert,
  }) => {
    const { ticket, ticketId } = await opened()
    assert.equal(ticket.number, 'T-2027-00001')
    assert.deepInclude(ticket.$attributes, { state: 'new', kind: 'incident', priority: 4 })
    assert.equal(ticket.subject, 'The printer prints nothing.')
    assert.deepEqual(await deedsOf(ticketId), ['opened new'])
    assert.deepEqual(await mails(), ['opened'])
    const targets = await Target.query().orderBy('id')
    assert.deepEqual(
      targets.map(({ kind, dueAt, warnAt }) => [kind, dueAt, warnAt]),
      [
        ['first_answer', rome('2027-01-12 13:00'), rome('2027-01-12 12:00')],
        ['solution', rome('2027-01-13 18:00'), rome('2027-01-13 12:30')],
      ]
    )
  })

  test('a double click opens one ticket', async ({ assert }) => {
    const desk = await aHelpdesk()
    const requester = { customerId: (await aTicket(desk)).customerId }
    const formKey = randomId()
    const [one, other] = [
      await aTicket(desk, { formKey, requester }),
      await aTicket(desk, { formKey, requester }),
    ]
    assert.equal(one.id, other.id)
    assert.equal(one.number, 'T-2027-00002')
  })

  test('H5 a question gives the turn to the customer and stops the clock until they answer', async ({
    assert,
  }) => {
    const { say, ticketId } = await opened()
    clock.freeze(rome('2027-01-12 10:00'))
    await say('ask')
    const paused = await Target.query().where('kind', 'solution').firstOrFail()
    assert.deepEqual([paused.dueAt, paused.leftSeconds], [null, 13 * 3600])
    const first = await Target.query().where('kind', 'first_answer').firstOrFail()
    assert.equal(first.metAt, rome('2027-01-12 10:00'))
    clock.freeze(rome('2027-01-19 10:00'))
    const addition = { formKey: randomId(), ticketId, text: 'It is the blue one.', files: [] }
    assert.deepEqual(await new AddToTicket().handle({ ...addition, by: CUSTOMER }), { ok: true })
    const resumed = await Target.query().where('kind', 'solution').firstOrFail()
    assert.equal(resumed.dueAt, rome('2027-01-20 18:00'))
    assert.deepEqual(await deedsOf(ticketId), [
      ...['opened new', 'asked waiting_customer', 'added in_progress'],
    ])
    assert.deepEqual(await mails(), ['opened', 'asked'])
  })

  test('H5 a rejected solution goes on, its reason is kept and the clock resumes', async ({
    assert,
  }) => {
    const { answer, ticketId, agent } = await proposed()
    const { lastDay, assigneeId } = await ticketNow(ticketId)
    assert.deepEqual([lastDay, assigneeId], ['2027-01-19', agent.id])
    clock.freeze(rome('2027-01-14 09:00'))
    assert.isTrue((await answer('reject', 'Still blank.')).ok)
    const after = await ticketNow(ticketId)
    assert.deepEqual([after.state, after.rejected], ['in_progress', 1])
    const solution = await Target.query().where('kind', 'solution').firstOrFail()
    assert.deepEqual([solution.metAt, solution.dueAt], [null, rome('2027-01-15 18:00')])
  })

  test('H5 an accepted solution closes, is taken back within 72 hours, and is rated once', async ({
    assert,
  }) => {
    const { answer, ticketId } = await proposed()
    assert.isTrue((await answer('accept')).ok)
    const closed = await ticketNow(ticketId)
    assert.deepEqual([closed.state, closed.closedBy], ['closed', 'customer'])
    const rate = () => new RateTicket().handle({ ticketId, rating: 4, comment: null, by: CUSTOMER })
    assert.isTrue((await rate()).ok)
    assert.deepEqual(await rate(), { ok: false, reason: 'not_now' })
    const back = { ticketId, step: 'take_back', text: null, by: CUSTOMER } as const
    clock.freeze(clock.now() + 72 * HOUR)
    assert.deepEqual(await new ReopenTicket().handle(back), { ok: false, reason: 'not_now' })
    clock.freeze(clock.now() - 1)
    assert.isTrue((await new ReopenTicket().handle(back)).ok)
    assert.equal((await ticketNow(ticketId)).reopened, 1)
    assert.deepEqual(await mails(), ['opened', 'proposed', 'accepted'])
  })

  test('H5 an answer to an older solution is not taken for one to the new', async ({ assert }) => {
    const { answer, say, ticketId } = await proposed()
    await answer('reject', 'No.')
    clock.freeze(clock.now() + HOUR)
    await say('propose', 'Another one.')
    assert.deepEqual(await answer('accept'), { ok: false, reason: 'changed_meanwhile' })
    assert.equal((await ticketNow(ticketId)).state, 'solution_proposed')
  })

  test('H5 without an answer it closes on the day that the first mail names', async ({
    assert,
  }) => {
    const { ticketId } = await proposed()
    const { lapsesAt } = await ticketNow(ticketId)
    assert.equal(lapsesAt, rome('2027-01-20 00:00'))
    const awaited = { ticketId, lapsesAt: lapsesAt! }
    await lapseSolution(awaited)
    assert.equal((await ticketNow(ticketId)).state, 'solution_proposed')
    await remindOfSolution({ ...awaited, nth: 1 })
    await remindOfSolution({ ...awaited, nth: 1 })
    clock.freeze(lapsesAt!)
    await lapseSolution(awaited)
    await lapseSolution(awaited)
    const closed = await ticketNow(ticketId)
    assert.deepEqual([closed.state, closed.closedBy], ['closed', 'time'])
    assert.deepEqual(await mails(), ['opened', 'proposed', 'reminded', 'lapsed'])
  })

  test('H5 what the customer adds to a solution starts its days anew', async ({ assert }) => {
    const { ticketId } = await proposed()
    const before = await ticketNow(ticketId)
    clock.freeze(rome('2027-01-15 10:00'))
    const addition = { formKey: randomId(), ticketId, text: 'I look on Monday.', files: [] }
    await new AddToTicket().handle({ ...addition, by: CUSTOMER })
    const after = await ticketNow(ticketId)
    assert.deepEqual([after.state, after.lastDay], ['solution_proposed', '2027-01-22'])
    clock.freeze(before.lapsesAt!)
    await lapseSolution({ ticketId, lapsesAt: before.lapsesAt! })
    assert.equal((await ticketNow(ticketId)).state, 'solution_proposed')
    assert.deepEqual(await mails(), ['opened', 'proposed', 'extended'])
  })

  test('H6 a closed ticket is reopened within two weeks, not later', async ({ assert }) => {
    const { answer, ticketId } = await proposed()
    await answer('accept')
    const again = { ticketId, step: 'reopen', text: 'It came again.', by: CUSTOMER } as const
    const closedAt = clock.now()
    clock.freeze(closedAt + 14 * 24 * HOUR)
    assert.deepEqual(await new ReopenTicket().handle(again), { ok: false, reason: 'not_now' })
    clock.freeze(closedAt + 14 * 24 * HOUR - 1)
    assert.isTrue((await new ReopenTicket().handle(again)).ok)
  })

  test('two of the staff answer at once: the second is told, and nothing is sent twice', async ({
    assert,
  }) => {
    const { ticketId, agent } = await opened()
    const { version: seen } = await ticketNow(ticketId)
    const words = { ticketId, word: 'answer', seen, by: agent } as const
    const both = await Promise.all([
      new AnswerTicket().handle({ ...words, text: 'One.' }),
      new AnswerTicket().handle({ ...words, text: 'Two.' }),
    ])
    assert.deepEqual(both.map((one) => (one.ok ? 'ok' : one.reason)).toSorted(), [
      'changed_meanwhile',
      'ok',
    ])
    assert.deepEqual(await mails(), ['opened', 'answered'])
  })

  test('staff put in order: assigned, another priority, and the deadlines follow', async ({
    assert,
  }) => {
    const { desk, ticketId, agent } = await opened()
    await desk.level.related('targets').query().where('priority', 1).update({ solutionMinutes: 60 })
    const change = (values: object) => new ChangeTicket().handle({ ticketId, values, by: agent })
    await change({ assigneeId: agent.id })
    await change({ priority: 1 })
    await change({ impact: 'everybody' })
    const ticket = await ticketNow(ticketId)
    assert.deepInclude(ticket.$attributes, {
      state: 'in_progress',
      priority: 1,
      impact: 'everybody',
    })
    const solution = await Target.query().where('kind', 'solution').firstOrFail()
    assert.equal(solution.dueAt, rome('2027-01-12 10:00'))
    assert.deepEqual(await deedsOf(ticketId), [
      ...['opened new', 'taken in_progress', 'changed in_progress', 'changed in_progress'],
    ])
  })

  test('staff say that it is the same as another; what is over changes no more', async ({
    assert,
  }) => {
    const { desk, ticketId, agent, say } = await opened()
    const other = await aTicket(desk)
    const done = { ticketId, text: null, duplicateOfId: other.id, by: agent }
    assert.isTrue((await new CancelTicket().handle(done)).ok)
    assert.equal((await ticketNow(ticketId)).duplicateOfId, other.id)
    assert.deepEqual(await say('answer'), { ok: false, reason: 'not_now' })
    assert.isTrue((await say('note')).ok)
    assert.deepEqual(await new CancelTicket().handle(done), { ok: false, reason: 'not_now' })
    assert.lengthOf(await Target.query().where({ ticketId }), 0)
    assert.deepEqual(await mails(), ['opened', 'opened', 'merged'])
  })
})
