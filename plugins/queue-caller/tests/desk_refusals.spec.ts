import { test } from '@japa/runner'
import { transaction } from '#core/platform'
import { setLocationsOf } from '#app/accounts/admin/user_locations'
import { CallTicket } from '#plugins/queue-caller/actions/call_ticket'
import { LeaveQueue } from '#plugins/queue-caller/actions/leave_queue'
import { CounterSession } from '#plugins/queue-caller/models/counter_session'
import { COUNTER, CounterPage, pathOf, said } from '#plugins/queue-caller/tests/at_desk'
import { aCounter, Desk, Queue } from '#plugins/queue-caller/tests/queue'
import { signedIn, someStaff } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

test.group('The counter page refuses', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T09:00:00Z')

  async function atCounter() {
    const queue = await Queue.open()
    return { queue, desk: await CounterPage.open([queue.line]) }
  }

  test('Q6 a ticket that somebody else has just called', async ({ assert }) => {
    const { queue, desk } = await atCounter()
    const ticket = await queue.walkIn()
    const form = await desk.form('/counter/calls', { ticket: String(ticket.id) })
    await queue.desk.call()
    assert.match(await desk.send(form), /Somebody else has just called A001/)
    const next = { ...form, fields: { ...form.fields, ticket: '', form_key: 'next' } }
    assert.match(await desk.send(next), /Nobody is to be called now/)
  })

  test('Q6 a step that the state does not allow any more, and says how things stand', async ({
    assert,
  }) => {
    const { queue, desk } = await atCounter()
    const ticket = await queue.walkIn()
    await desk.next()
    const absent = await desk.form('/steps', { step: 'absent' })
    await desk.step('start')
    assert.match(await desk.send(absent), /A001 has changed meanwhile/)
    assert.match(await desk.answer(pathOf(ticket, 'departure')), /A001 has changed meanwhile/)
    assert.equal((await ticket.refresh()).state, 'serving')
  })

  test('Q6 to resume while the counter has another ticket, and to leave it then', async ({
    assert,
  }) => {
    const { queue, desk } = await atCounter()
    await queue.walkIn()
    await queue.walkIn()
    await desk.next()
    await desk.step('start')
    await desk.step('park')
    await desk.next()
    assert.match(await desk.step('resume'), /This counter already has a ticket/)
    assert.match(await desk.press('/counter/session/end'), /Finish the ticket of this counter/)
  })

  test('Q6 to call while it is paused, and to undo what somebody else did next', async ({
    assert,
  }) => {
    const { queue, desk } = await atCounter()
    const ticket = await queue.walkIn()
    const next = await desk.form('/counter/calls', { ticket: undefined })
    await desk.press('/counter/session', { paused: 'yes' })
    assert.match(await desk.send(next), /The counter is paused/)
    await desk.press('/counter/session', { paused: 'no' })
    await desk.next()
    await desk.step('absent')
    const undo = await desk.form('/undo')
    await new LeaveQueue().handle(await ticket.refresh(), { by: queue.desk.by })
    assert.match(await desk.send(undo), /A001 has changed meanwhile/)
  })

  test('a counter that somebody has taken, unless it is taken over on purpose', async ({
    assert,
  }) => {
    const { queue, desk } = await atCounter()
    const user = await someStaff({ role: 'desk', firstName: 'Zora' })
    const client = await signedIn(user)
    const page = await client.get(COUNTER)
    assert.include(page.text, 'Ada Brandt has been at this counter since 10:00.')
    const fields = { counter: String(desk.counter.id) }
    const answer = await client.submit(page.form('/counter/sessions'), fields)
    assert.match(said(await client.follow(answer)), /Somebody else has just taken this counter/)
    const over = await client.submit(page.form('/counter/takeovers'), fields)
    assert.include((await client.follow(over)).text, desk.counter.label)
    const open = await CounterSession.query().whereNull('closedAt').orderBy('id')
    assert.deepEqual(
      open.map(({ userId }) => userId),
      [queue.desk.user.id, user.id]
    )
    const from = { ...page.form('/counter/sessions'), action: `${COUNTER}/calls` }
    assert.match(
      await desk.send({
        ...from,
        fields: {
          ...from.fields,
          _csrf: (await desk.look()).form('/counter/sessions').fields._csrf,
        },
      }),
      /not at a counter any more/
    )
  })

  test('tickets, lines and counters of a location out of reach are not there', async ({
    assert,
  }) => {
    const { queue, desk } = await atCounter()
    const elsewhere = await Queue.open()
    const ticket = await elsewhere.walkIn()
    const counter = await aCounter([elsewhere.line])
    await transaction((trx) => setLocationsOf(desk.user.id, [queue.location.id], trx))
    const { _csrf } = (await desk.look()).form('/counter/walk-ins').fields
    const sent: [string, Record<string, string>][] = [
      [`${COUNTER}/calls`, { ticket: String(ticket.id) }],
      [`${COUNTER}/walk-ins`, { to_line: String(elsewhere.line.id) }],
      [`${COUNTER}/sessions`, { counter: String(counter.id) }],
      [`${COUNTER}/takeovers`, { counter: String(counter.id) }],
      [pathOf(ticket, 'steps'), { step: 'start' }],
      [pathOf(ticket, 'undo'), {}],
      [pathOf(ticket, 'urgency'), { urgent: 'yes' }],
    ]
    for (const [path, fields] of sent) {
      const { status } = await desk.client.post(path, { ...fields, _csrf: String(_csrf) })
      assert.equal(status, 404, path)
    }
    for (const what of ['transfer', 'note', 'departure']) {
      assert.equal((await desk.client.get(pathOf(ticket, what))).status, 404, what)
    }
    const own = await queue.walkIn()
    const to = { to_line: String(elsewhere.line.id), place: 'last' }
    const page = await desk.client.get(pathOf(own, 'transfer'))
    assert.match(await desk.send(page.form('/transfer'), to), /A001 has changed meanwhile/)
    assert.equal((await own.refresh()).lineId, queue.line.id)
    assert.deepEqual(await elsewhere.codes('waiting'), ['A001'])
  })

  test('somebody whose location was taken away sits nowhere', async ({ assert }) => {
    const { queue, desk } = await atCounter()
    await queue.walkIn()
    const next = await desk.form('/counter/calls', { ticket: undefined })
    const other = await Queue.open()
    await transaction((trx) => setLocationsOf(desk.user.id, [other.location.id], trx))
    assert.match(await desk.send(next), /not at a counter any more/)
    assert.deepEqual(await queue.codes('waiting'), ['A001'])
    const page = await desk.look()
    assert.include(page.text, 'Choose the counter at which you serve.')
    assert.include(page.text, `id="place-${other.location.id}"`)
    assert.notInclude(page.text, `id="place-${queue.location.id}"`)
  })

  test('people without the permission', async ({ assert }) => {
    const queue = await Queue.open()
    const ticket = await queue.walkIn()
    const client = await signedIn(await someStaff({ role: null }))
    assert.equal((await client.get(pathOf(ticket, 'transfer'))).status, 403)
    assert.equal((await client.get(COUNTER)).status, 403)
    assert.equal((await client.get('/admin/queue-caller/board')).status, 403)
  })

  test('Q6 of two counters that call at once each gets a ticket of its own', async ({ assert }) => {
    const { queue, desk } = await atCounter()
    await queue.walkIn()
    const other = await Desk.open(queue.location, [queue.line])
    const form = await desk.form('/counter/calls', { ticket: undefined })
    const [words, call] = await Promise.all([
      desk.send(form),
      new CallTicket().handle({ ...other, session: other.session, by: other.by }),
    ])
    assert.notEqual(/has been called/.test(words), call.ok)
    assert.deepEqual(await queue.codes('called'), ['A001'])
  })
})
