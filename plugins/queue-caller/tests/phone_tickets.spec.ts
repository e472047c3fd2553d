import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/platform'
import { BringAppointments } from '#plugins/queue-caller/actions/bring_appointments'
import type { Ticket } from '#plugins/queue-caller/models/ticket'
import { Hall } from '#plugins/queue-caller/tests/kiosk'
import { Queue } from '#plugins/queue-caller/tests/queue'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const MINUTE = 60_000
const later = (minutes: number) => clock.freeze(clock.now() + minutes * MINUTE)
const pageOf = ({ publicId }: Ticket) => `/queue/tickets/${publicId}`
const look = (ticket: Ticket, query = '') => visitor().get(pageOf(ticket) + query)
const titleOf = (html: string) => /<h1[^>]*>([^<]+)</.exec(html)?.[1]
const rowOf = (html: string, label: string) =>
  new RegExp(`<dt>${label}</dt>\\s*<dd>([^<]+)</dd>`).exec(html)?.[1] ?? null

test.group('The ticket on a phone', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T08:00:00Z')

  test('Q2 tells number, line, people ahead and the wait; then next, then the counter', async ({
    assert,
  }) => {
    const queue = await Queue.open()
    await queue.walkIn()
    await queue.walkIn()
    const ticket = await queue.walkIn()
    const page = await look(ticket)
    assert.equal(titleOf(page.text), 'You are in the queue')
    assert.include(page.text, 'A003')
    assert.equal(rowOf(page.text, 'Before you'), '2 people')
    assert.equal(rowOf(page.text, 'Expected wait'), '15–30 minutes')
    for (let served = 0; served < 2; served++) {
      await queue.desk.call()
      await queue.desk.does('start')
      await queue.desk.does('finish')
    }
    assert.equal(titleOf((await look(ticket)).text), 'You are next')
    await queue.desk.call()
    const called = (await look(ticket)).text
    assert.equal(titleOf(called), 'It is your turn')
    assert.match(called, /queue-phone__counter">Counter 1</)
    assert.notInclude(called, 'Leave the queue')
  })

  test('Q5 absent: says when it is called again; served: says thank you', async ({ assert }) => {
    const queue = await Queue.open()
    const ticket = await queue.walkIn()
    await queue.desk.call()
    later(1)
    await queue.desk.does('absent')
    const absent = await look(ticket)
    assert.equal(titleOf(absent.text), 'You were called')
    assert.include(absent.text, 'called again from 09:10 on')
    later(9)
    await queue.desk.call()
    await queue.desk.does('start')
    assert.equal(titleOf((await look(ticket)).text), 'You are being served')
    await queue.desk.does('park')
    assert.equal(titleOf((await look(ticket)).text), 'Please wait a moment')
    await queue.desk.does('resume', await ticket.refresh())
    await queue.desk.does('finish')
    const over = await look(ticket)
    assert.equal(titleOf(over.text), 'Thank you for your visit')
    assert.notInclude(over.text, 'http-equiv="refresh"')
  })

  test('Q5 after the last call it says that nobody waits for it any more', async ({ assert }) => {
    const queue = await Queue.open({ extraCalls: 0 })
    const ticket = await queue.walkIn()
    await queue.desk.call()
    await queue.desk.does('absent')
    assert.equal(titleOf((await look(ticket)).text), 'Your number is no longer waiting')
  })

  test('while nobody sits at a counter it tells the place and no time', async ({ assert }) => {
    const queue = await Queue.open()
    await db.from('queue_caller_sessions').update({ closed_at: 1 })
    await queue.walkIn()
    const page = await look(await queue.walkIn())
    assert.equal(rowOf(page.text, 'Before you'), '1 person')
    assert.isNull(rowOf(page.text, 'Expected wait'))
  })

  test('the wait that is shown moves by one step an update', async ({ assert }) => {
    const queue = await Queue.open()
    await queue.walkIn()
    await queue.walkIn()
    const ticket = await queue.walkIn()
    const page = await look(ticket, '?from=0&to=10')
    assert.equal(rowOf(page.text, 'Expected wait'), '5–15 minutes')
    assert.include(page.text, `data-again="${pageOf(ticket)}?from=5&amp;to=15"`)
    for (const query of ['?from=x&to=10', '?from=-1&to=99999', '?from[]=1', '?from=0'])
      assert.equal(rowOf((await look(ticket, query)).text, 'Expected wait'), '15–30 minutes')
  })

  test('it speaks the language of the ticket, or the one that is chosen', async ({ assert }) => {
    const queue = await Queue.open()
    const ticket = await queue.walkIn()
    await ticket.speak('de')
    const german = await look(ticket)
    assert.equal(titleOf(german.text), 'Sie sind als Nächstes an der Reihe')
    assert.include(german.text, '<html lang="de"')
    assert.isEmpty(german.headers.getSetCookie())
    const polish = await look(ticket, '?lang=pl')
    assert.include(polish.text, '<html lang="pl"')
    assert.match(polish.text, /data-again="[^"]*lang=pl/)
  })

  test('is kept by nobody, and named to nobody', async ({ assert }) => {
    const queue = await Queue.open()
    const { headers } = await look(await queue.walkIn())
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
    assert.include(headers.get('x-robots-tag')!, 'noindex')
  })

  test('a ticket of yesterday, and one made up, are no longer valid', async ({ assert }) => {
    const queue = await Queue.open()
    const ticket = await queue.walkIn()
    later(24 * 60)
    const paths = [pageOf(ticket), `${pageOf(ticket)}/leave`, '/queue/tickets/x']
    for (const path of [...paths, `/queue/tickets/${'x'.repeat(22)}`]) {
      const page = await visitor().get(path)
      assert.equal(page.status, 404, path)
      assert.equal(titleOf(page.text), 'This ticket is no longer valid')
    }
  })

  test('an appointment tells its time until it has come', async ({ assert }) => {
    const hall = await Hall.open()
    const reservation = await hall.booked(rome('2027-01-19 10:00'))
    await new BringAppointments().handle(hall.location)
    const ticket = await hall.ticketOf(reservation)
    assert.equal(titleOf((await look(ticket)).text), 'Your appointment is at 10:00')
    later(60)
    assert.equal(titleOf((await look(ticket)).text), 'You are next')
  })
})

test.group('Leaving the queue', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T08:00:00Z')

  test('a page asks first, a button leaves, and the ticket says so', async ({ assert }) => {
    const queue = await Queue.open()
    const ticket = await queue.walkIn()
    const client = visitor()
    const page = await client.get(`${pageOf(ticket)}/leave?lang=en`)
    assert.equal((await ticket.refresh()).state, 'waiting')
    const left = await client.submit(page.form('/leave'))
    assert.equal(left.location, `${pageOf(ticket)}?lang=en`)
    await ticket.refresh()
    assert.deepEqual([ticket.state, ticket.leftBy], ['left', 'person'])
    assert.equal(titleOf((await look(ticket)).text), 'You have left the queue')
    assert.equal(await queue.desk.called(), 'nobody')
  })

  test('an appointment is not cancelled by it, which the page says', async ({ assert }) => {
    const hall = await Hall.open()
    const reservation = await hall.booked(rome('2027-01-19 10:00'))
    await new BringAppointments().handle(hall.location)
    const ticket = await hall.ticketOf(reservation)
    const page = await visitor().get(`${pageOf(ticket)}/leave`)
    assert.include(page.text, 'Your appointment itself is not cancelled')
    await visitor().submit(page.form('/leave'))
    assert.equal((await ticket.refresh()).state, 'left')
    assert.equal((await reservation.refresh()).state, 'confirmed')
  })

  test('who was called in the meantime keeps the ticket', async ({ assert }) => {
    const queue = await Queue.open()
    const ticket = await queue.walkIn()
    const page = await visitor().get(`${pageOf(ticket)}/leave`)
    await queue.desk.call()
    await visitor().submit(page.form('/leave'))
    assert.equal((await ticket.refresh()).state, 'called')
    assert.equal((await visitor().get(`${pageOf(ticket)}/leave`)).location, pageOf(ticket))
  })
})
