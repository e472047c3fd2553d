import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { CounterSession } from '#plugins/queue-caller/models/counter_session'
import { aLine, logOf, Queue } from '#plugins/queue-caller/tests/queue'
import { anAppointment, CounterPage, listed, pathOf } from '#plugins/queue-caller/tests/at_desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { statementsOf } from '#tests/kit/statements'

const MINUTE = 60_000
const NOW = '2027-01-19T09:00:00Z'
const later = (minutes: number) => clock.freeze(clock.now() + minutes * MINUTE)

test.group('The counter page', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function atCounter(values = {}) {
    const queue = await Queue.open(values)
    const desk = await CounterPage.open([queue.line])
    return { queue, desk }
  }

  test('Q6 a whole ticket is worked with buttons: next, again, start, park, resume, finish', async ({
    assert,
  }) => {
    const { queue, desk } = await atCounter()
    const ticket = await queue.walkIn()
    await queue.walkIn()
    assert.match(await desk.next(), /A001 has been called/)
    later(1)
    assert.match(await desk.step('call_again'), /called again/)
    assert.match(await desk.step('start'), /being served/)
    assert.match(await desk.step('park'), /parked/)
    assert.match(await desk.next(), /A002 has been called/)
    assert.match(await desk.step('absent'), /will be called again/)
    assert.match(await desk.step('resume'), /A001 goes on/)
    assert.match(await desk.step('finish'), /A001 is finished/)
    assert.deepEqual(await logOf(ticket), [
      'issued waiting',
      'called called',
      'called_again called',
      'started serving',
      'parked parked',
      'resumed serving',
      'finished served',
    ])
  })

  test('Q6 finish and next does both; without anybody due it finishes', async ({ assert }) => {
    const { queue, desk } = await atCounter()
    await queue.walkIn()
    await queue.walkIn()
    await desk.next()
    await desk.step('start')
    assert.match(await desk.step('finish_and_next'), /A002 has been called/)
    await desk.step('start')
    assert.match(await desk.step('finish_and_next'), /A002 is finished/)
    assert.deepEqual(await queue.codes('served'), ['A001', 'A002'])
  })

  test('Q6 a double click on Next calls one, with one key or two', async ({ assert }) => {
    const { queue, desk } = await atCounter()
    for (let nth = 0; nth < 3; nth++) await queue.walkIn()
    const form = await desk.form('/counter/calls', { ticket: undefined })
    const both = await Promise.all([desk.send(form), desk.send(form)])
    for (const words of both) assert.match(words, /A001 has been called/)
    const other = { form_key: 'another-click' }
    assert.match(await desk.send(form, other), /This counter already has a ticket/)
    assert.deepEqual(await queue.codes('called'), ['A001'])
    await desk.step('start')
    const finish = await desk.form('/steps', { step: 'finish_and_next' })
    await Promise.all([desk.send(finish), desk.send(finish)])
    assert.deepEqual(await queue.codes('called'), ['A002'])
    assert.deepEqual(await queue.codes('waiting'), ['A003'])
  })

  test('Q3 the page says who is next and why, and lists all in their order', async ({ assert }) => {
    const { queue, desk } = await atCounter()
    const first = await queue.walkIn()
    later(21)
    await queue.walkIn()
    const urgent = await queue.walkIn()
    const appointment = await anAppointment(queue, clock.now() + 9 * MINUTE)
    const tomorrow = await desk.look()
    assert.include(tomorrow.text, 'First of the walk-ins, here since 10:00.')
    assert.include(tomorrow.text, 'Over the target')
    assert.deepEqual(listed(tomorrow), ['A001', 'A002', 'A003', appointment.code])
    assert.match(await desk.press(`/${urgent.id}/urgency`), /A003 is urgent/)
    const page = await desk.look()
    assert.include(page.text, 'Urgent matters go first.')
    assert.deepEqual(listed(page), ['A003', 'A001', 'A002', appointment.code])
    later(9)
    assert.deepEqual(listed(await desk.look()), ['A003', appointment.code, 'A001', 'A002'])
    await desk.press(`/${urgent.id}/urgency`)
    assert.include((await desk.look()).text, 'The time of the appointment, 10:30, has come.')
    await desk.press('/counter/calls', { ticket: String(first.id) })
    assert.deepEqual(await queue.codes('called'), ['A001'])
  })

  test('of a long queue the first fifty stand there, and all of them when asked', async ({
    assert,
  }) => {
    const { queue, desk } = await atCounter()
    for (let nth = 0; nth < 53; nth++) await queue.walkIn()
    const page = await desk.look()
    assert.lengthOf(listed(page), 50)
    assert.match(page.text, /Now <span class="muted number">53</)
    assert.include(page.text, 'Show everybody')
    const all = await desk.look('?all=yes')
    assert.lengthOf(listed(all), 53)
    assert.notInclude(all.text, 'Show everybody')
    const next = all.forms().find(({ action }) => action.endsWith('/counter/calls'))!
    const answer = await desk.client.submit(next)
    assert.include(answer.headers.get('location')!, 'all=yes')
  })

  test('Q2 an appointment checks in at the desk; its customer is named for who may see them', async ({
    assert,
  }) => {
    const { queue, desk } = await atCounter()
    const ticket = await anAppointment(queue, clock.now() + 5 * MINUTE)
    const before = await desk.look()
    assert.include(before.text, 'Ada Nearhill')
    assert.include(before.text, '/admin/customers/customers/')
    assert.match(await desk.press(`/${ticket.id}/check-in`), /is here/)
    await ticket.refresh()
    assert.equal(ticket.checkedInAt, clock.now())
    later(5)
    await desk.next()
    assert.include((await desk.look()).text, 'Ada Nearhill')
  })

  test('Q6 each wrong click is taken back by one button that names it', async ({ assert }) => {
    const { queue, desk } = await atCounter()
    await queue.walkIn()
    await desk.next()
    assert.include((await desk.look()).text, 'Undo: A001 called')
    await desk.press('/undo')
    assert.deepEqual(await queue.codes('waiting'), ['A001'])
    await desk.next()
    await desk.step('start')
    await desk.step('finish')
    assert.include((await desk.look()).text, 'Undo: A001 finished')
    assert.match(await desk.press('/undo'), /undone/)
    assert.deepEqual(await queue.codes('serving'), ['A001'])
  })

  test('Q6 transfer to another line and counter, a note, somebody who has left', async ({
    assert,
  }) => {
    const { queue, desk } = await atCounter()
    const other = await aLine(queue.location, { letter: 'B' })
    const moved = await queue.walkIn()
    const gone = await queue.walkIn()
    await desk.next()
    const to = { to_line: String(other.id), to_counter: String(desk.counter.id), place: 'first' }
    assert.match(await desk.answer(pathOf(moved, 'transfer'), to), /A001 has been transferred/)
    await moved.refresh()
    assert.deepEqual([moved.lineId, moved.forCounterId], [other.id, desk.counter.id])
    await desk.answer(pathOf(gone, 'note'), { note: ' needs the wide door ' })
    assert.equal((await gone.refresh()).note, 'needs the wide door')
    assert.include((await desk.look()).text, 'needs the wide door')
    await desk.answer(pathOf(gone, 'note'), { note: '' })
    assert.isNull((await gone.refresh()).note)
    assert.match(await desk.answer(pathOf(gone, 'departure')), /A002 has left/)
    assert.equal((await gone.refresh()).leftBy, 'staff')
  })

  test('Q1 the desk gives a number, large on the page, once a click', async ({ assert }) => {
    const { queue, desk } = await atCounter()
    const form = await desk.form('/counter/walk-ins')
    const sent = { to_line: String(queue.line.id) }
    const both = await Promise.all([desk.send(form, sent), desk.send(form, sent)])
    for (const words of both) assert.match(words, /^A001 is the number/)
    assert.deepEqual(await queue.codes('waiting'), ['A001'])
  })

  test('Q4 pause, automatic calls, leaving the counter', async ({ assert }) => {
    const { queue, desk } = await atCounter()
    await queue.walkIn()
    const session = () => CounterSession.query().where('userId', desk.user.id).firstOrFail()
    await desk.press('/counter/session', { paused: 'yes' })
    assert.equal((await session()).pausedAt, clock.now())
    const paused = await desk.look()
    assert.isFalse(
      paused.forms().some(({ action, fields }) => {
        return action.endsWith('/counter/calls') && fields.ticket === undefined
      })
    )
    await desk.press('/counter/session', { paused: 'no' })
    await desk.press('/counter/session', { automatic: 'yes' })
    assert.isTrue((await session()).automatic)
    await desk.press('/counter/session', { automatic: 'no' })
    await desk.press('/counter/session/end')
    assert.equal((await session()).closedAt, clock.now())
    assert.include((await desk.look()).text, 'Choose the counter at which you serve.')
  })

  test('the list is narrowed to one line, and stays so after a button', async ({ assert }) => {
    const { queue, desk } = await atCounter()
    const other = await aLine(queue.location, { letter: 'B' })
    await queue.walkIn()
    const b = await queue.walkIn(other)
    assert.deepEqual(listed(await desk.look()), ['A001'])
    const page = await desk.look(`?line=${other.id}`)
    assert.deepEqual(listed(page), ['B001'])
    const form = page.forms().find(({ action }) => action.endsWith(`/${b.id}/urgency`))!
    const answer = await desk.client.submit(form)
    assert.include(answer.location, `line=${other.id}`)
    for (const line of ['0', '999', 'x', '']) {
      assert.deepEqual(listed(await desk.look(`?line=${line}`)), ['A001'])
    }
  })

  test('a page is eight statements, however many wait', async ({ assert }) => {
    const { queue, desk } = await atCounter()
    await anAppointment(queue, clock.now())
    await desk.look()
    const few = await statementsOf(() => desk.look())
    for (let nth = 0; nth < 10; nth++) await queue.walkIn()
    await desk.next()
    const many = await statementsOf(() => desk.look())
    if (process.env.SHOW_SQL) console.log(many.join('\n'))
    console.log(`    ${few.length} and ${many.length} statements`)
    assert.isAtMost(Math.max(few.length, many.length), 8)
  })
})
