import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { IssueTicket } from '#plugins/queue-caller/actions/issue_ticket'
import { ChangeSession, LeaveCounter, SitDown } from '#plugins/queue-caller/actions/sit_down'
import { TransferTicket } from '#plugins/queue-caller/actions/transfer_ticket'
import { UndoStep } from '#plugins/queue-caller/actions/undo_step'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { sessionOf } from '#plugins/queue-caller/queries/sessions'
import { aCounter, aLine, Desk, logOf, Queue } from '#plugins/queue-caller/tests/queue'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const MINUTE = 60_000
const NOW = '2027-01-19T09:00:00Z'
const later = (minutes: number) => clock.freeze(clock.now() + minutes * MINUTE)

test.group('Calls', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('Q1 walk-ins get the numbers of their line, and staff see why one is next', async ({
    assert,
  }) => {
    const queue = await Queue.open()
    for (let nth = 0; nth < 3; nth++) await queue.walkIn()
    assert.deepEqual(await queue.codes('waiting'), ['A001', 'A002', 'A003'])
    assert.equal(await queue.desk.called(), 'A001 walk_in')
    assert.equal(await queue.desk.called(), 'busy')
    assert.deepEqual(await queue.codes('called'), ['A001'])
  })

  test('Q1 the contingent ends, except for staff; numbers begin again in the next cycle', async ({
    assert,
  }) => {
    const queue = await Queue.open({ firstNumber: 1, lastNumber: 3, contingent: 5 })
    for (let nth = 0; nth < 5; nth++) await queue.walkIn()
    const { line, location, desk } = queue
    const refused = await new IssueTicket().handle({
      line,
      location,
      by: { kind: 'public', id: null },
    })
    assert.deepEqual(refused, { ok: false, reason: 'full' })
    await queue.walkIn(line, desk.by)
    const tickets = await Ticket.query().orderBy('id')
    assert.deepEqual(
      tickets.map(({ code, cycle }) => `${code}/${cycle}`),
      ['A001/0', 'A002/0', 'A003/0', 'A001/1', 'A002/1', 'A003/1']
    )
  })

  test('Q1 a closed line gives out no tickets, except by staff', async ({ assert }) => {
    const queue = await Queue.open({ hours: { 2: [{ opens: '11:00', closes: '13:00' }] } })
    const { line, location, desk } = queue
    const ask = () => new IssueTicket().handle({ line, location, by: { kind: 'public', id: null } })
    assert.deepEqual(await ask(), { ok: false, reason: 'closed' })
    await queue.walkIn(line, desk.by)
    later(60)
    assert.isTrue((await ask()).ok)
  })

  test('Q6 serving from the call to the finish is in the log', async ({ assert }) => {
    const queue = await Queue.open()
    const ticket = await queue.walkIn()
    await queue.desk.call()
    later(1)
    await queue.desk.does('call_again')
    await queue.desk.does('start')
    await queue.desk.does('park')
    await queue.desk.does('resume', await ticket.refresh())
    later(7)
    await queue.desk.does('finish')
    assert.deepEqual(await logOf(ticket), [
      'issued waiting',
      'called called',
      'called_again called',
      'started serving',
      'parked parked',
      'resumed serving',
      'finished served',
    ])
    await ticket.refresh()
    assert.equal(ticket.endedAt! - ticket.startedAt!, 7 * MINUTE)
    assert.equal(ticket.startedHour, 10, 'hours are those of the location')
  })

  test('Q6 while one is parked the next is called, and it resumes only when the counter is free', async ({
    assert,
  }) => {
    const queue = await Queue.open()
    const first = await queue.walkIn()
    await queue.walkIn()
    await queue.desk.call()
    await queue.desk.does('start')
    await queue.desk.does('park')
    assert.equal(await queue.desk.called(), 'A002 walk_in')
    await first.refresh()
    await assert.rejects(() => queue.desk.does('resume', first), 'busy')
  })

  test('Q5 absent: called again after ten minutes, four times in all, then no-show', async ({
    assert,
  }) => {
    const queue = await Queue.open()
    const ticket = await queue.walkIn()
    const called: number[] = []
    for (let call = 1; call <= 4; call++) {
      assert.match(await queue.desk.called(), /^A001/)
      called.push(clock.now())
      later(1)
      await queue.desk.does('absent')
      assert.equal(await queue.desk.called(), 'nobody')
      later(9)
    }
    assert.deepEqual(
      called.map((at) => (at - Date.parse(NOW)) / MINUTE),
      [0, 10, 20, 30]
    )
    await ticket.refresh()
    assert.equal(ticket.state, 'no_show')
    assert.equal(ticket.calls, 4)
  })

  test('Q6 a ticket that is called by name may be anyone of the location', async ({ assert }) => {
    const queue = await Queue.open()
    await queue.walkIn()
    const second = await queue.walkIn()
    assert.equal(await queue.desk.called(second.id), 'A002 chosen')
    await queue.desk.does('start')
    await queue.desk.does('finish')
    assert.equal(await queue.desk.called(second.id), 'not_waiting')
  })

  test('Q6 each wrong click can be taken back, until something else happens', async ({
    assert,
  }) => {
    const queue = await Queue.open()
    const { desk } = queue
    const ticket = await (await queue.walkIn()).refresh()
    const waiting = { ...ticket.serialize() }
    const undo = () => new UndoStep().handle(ticket, { counterId: desk.counter.id, by: desk.by })
    await desk.call()
    await ticket.refresh()
    assert.isTrue((await undo()).ok)
    await ticket.refresh()
    assert.deepInclude({ ...ticket.serialize(), version: 1 }, { ...waiting, version: 1 })
    assert.deepEqual(await undo(), { ok: false, reason: 'changed' })

    await desk.call()
    later(1)
    await desk.does('absent')
    await ticket.refresh()
    assert.isTrue((await undo()).ok)
    await ticket.refresh()
    assert.equal(ticket.state, 'called')
    await desk.does('start')
    await desk.does('finish')
    await queue.walkIn()
    await desk.call()
    await ticket.refresh()
    assert.deepEqual(await undo(), { ok: false, reason: 'busy' })
  })

  test('Q6 transferred to the front of another line, to one counter alone', async ({ assert }) => {
    const queue = await Queue.open()
    const { location, desk } = queue
    const other = await aLine(location, { letter: 'B' })
    const b = await Desk.open(location, [other])
    const alone = await Desk.open(location, [other])
    await queue.walkIn(other)
    const ticket = await queue.walkIn()
    await desk.call()
    await desk.does('start')
    await ticket.refresh()
    later(5)
    await new TransferTicket().handle(ticket, {
      line: other,
      counterId: alone.counter.id,
      place: 'first',
      by: desk.by,
    })
    await ticket.refresh()
    assert.equal(ticket.issuedAt, Date.parse(NOW))
    assert.equal(await b.called(), 'B001 walk_in')
    assert.equal(await alone.called(), 'A001 walk_in')
    assert.deepEqual((await logOf(ticket)).slice(-2), ['transferred waiting', 'called called'])
  })

  test('Q3 after two appointments in a row a walk-in is called, whichever counter calls', async ({
    assert,
  }) => {
    const queue = await Queue.open()
    const { location, line, desk } = queue
    const second = await Desk.open(location, [line])
    await queue.walkIn()
    for (const code of ['AA001', 'AA002', 'AA003']) await due(queue, code)
    const calls: string[] = []
    for (const at of [desk, second, desk, second]) {
      calls.push(await at.called())
      await at.does('start')
      await at.does('finish')
    }
    assert.deepEqual(calls, [
      'AA001 appointment',
      'AA002 appointment',
      'A001 turn_of_walk_in',
      'AA003 appointment',
    ])
  })

  test('nobody is called to a counter that is paused, or that was left', async ({ assert }) => {
    const queue = await Queue.open()
    const { desk } = queue
    await queue.walkIn()
    await new ChangeSession().handle(desk.session, { paused: true })
    assert.equal(await desk.called(), 'paused')
    await new ChangeSession().handle(desk.session, { paused: false })
    await desk.call()
    assert.deepEqual(await new LeaveCounter().handle(desk.session), {
      ok: false,
      reason: 'has_ticket',
    })
    await desk.does('absent')
    assert.isTrue((await new LeaveCounter().handle(desk.session)).ok)
    assert.equal(await desk.called(), 'left_counter')
    assert.isNull(await sessionOf(desk.user.id))
  })

  test('nobody sits down elsewhere while somebody is before them', async ({ assert }) => {
    const queue = await Queue.open()
    const { desk } = queue
    const free = await aCounter([queue.line])
    await queue.walkIn()
    await desk.call()
    const wish = { counter: free, userId: desk.user.id, automatic: false, takeOver: true }
    assert.deepEqual(await new SitDown().handle(wish), { ok: false, reason: 'has_ticket' })
    await desk.does('absent')
    assert.isTrue((await new SitDown().handle(wish)).ok)
  })

  test('a counter that is taken is taken over only on purpose', async ({ assert }) => {
    const queue = await Queue.open()
    const { counter } = queue.desk
    const other = await Desk.open(queue.location, [queue.line])
    const wish = { counter, userId: other.user.id, automatic: false }
    assert.deepEqual(await new SitDown().handle({ ...wish, takeOver: false }), {
      ok: false,
      reason: 'taken',
    })
    assert.isTrue((await new SitDown().handle({ ...wish, takeOver: true })).ok)
    assert.equal(await queue.desk.called(), 'left_counter')
    assert.equal(await other.called(), 'left_counter', 'one counter for a person')
  })
})

/** An appointment that is due now, without a reservation behind it. */
function due({ location, line }: Queue, code: string): Promise<Ticket> {
  const now = clock.now()
  return Ticket.create({
    ...{ locationId: location.id, lineId: line.id, day: '2027-01-19', code, issuedAt: now },
    ...{ among: 'appointments', orderAt: now, dueFrom: now },
  })
}
