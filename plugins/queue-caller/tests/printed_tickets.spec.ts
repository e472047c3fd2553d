import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { channels } from '#plugins/queue-caller/channels'
import { AtKiosk, CHECK_IN, Hall, START } from '#plugins/queue-caller/tests/kiosk'
import { Queue } from '#plugins/queue-caller/tests/queue'
import { atDesk, HOSTILE, isClean } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'
import { rome } from '#tests/scheduling/planner'

test.group('Tickets at the desk', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T09:00:00Z')

  test('staff print a ticket as the kiosk does; opening the page changes nothing', async ({
    assert,
  }) => {
    const queue = await Queue.open()
    const ticket = await queue.walkIn()
    const desk = await atDesk('desk')
    const page = await desk.get(`/admin/queue-caller/tickets/${ticket.id}/print`)
    assert.equal(page.status, 200)
    for (const part of ['A001', 'data-print="ticket"', 'ticket__qr', 'Advice'])
      assert.include(page.text, part)
    assert.equal((await ticket.refresh()).version, 1)
    await ticket.speak('de')
    const german = await desk.get(`/admin/queue-caller/tickets/${ticket.id}/print`)
    for (const part of ['lang="de"', 'Ihre Nummer', 'niemand', 'Scannen Sie den Code'])
      assert.include(german.text, part)
    for (const id of ['0', 'x', '99999999999'])
      assert.equal((await desk.get(`/admin/queue-caller/tickets/${id}/print`)).status, 404)
  })
})

test.group('Hostile texts of operators', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T08:00:00Z')

  test('are text on every page of kiosks and tickets', async ({ assert }) => {
    const hall = await Hall.open({ name: { en: HOSTILE } })
    await hall.location.merge({ name: HOSTILE, address: HOSTILE }).save()
    await hall.desk.counter.merge({ label: HOSTILE.slice(0, 40) }).save()
    const at = await AtKiosk.of(hall.location)
    const shown = await at.take(hall.line)
    const ticket = await hall.latest()
    const pages = [await at.get(), shown, await at.checkIn(HOSTILE)]
    const phone = `/queue/tickets/${ticket.publicId}`
    for (const path of [phone, `${phone}/leave`]) pages.push(await visitor().get(path))
    await hall.desk.call()
    pages.push(await visitor().get(phone))
    const desk = await atDesk('desk')
    pages.push(await desk.get(`/admin/queue-caller/tickets/${ticket.id}/print`))
    for (const page of pages) assert.isTrue(isClean(page), page.url)
  })
})

test.group('Live pages of tickets and kiosks', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T09:00:00Z')

  const may = (id: string, params: Record<string, string>, device: object | null = null) =>
    channels.find((channel) => channel.id === id)!.authorise(null, params, device as never)

  test('a kiosk follows the queue of its place, and a ticket who has its secret', async ({
    assert,
  }) => {
    const queue = await Queue.open()
    const { publicId } = await queue.walkIn()
    const { id: locationId } = queue.location
    const kiosk = { id: 1, kind: 'queue-caller.kiosk', subjectId: 1, locationId, name: 'Kiosk' }
    const location = String(locationId)
    assert.isTrue(await may('queue-caller.board', { location }, kiosk))
    assert.isFalse(await may('queue-caller.board', { location: `${locationId + 1}` }, kiosk))
    assert.isFalse(await may('queue-caller.board', { location }))
    assert.isTrue(await may('queue-caller.ticket', { ticket: publicId }))
    for (const ticket of ['x', 'x'.repeat(22), ''])
      assert.isFalse(await may('queue-caller.ticket', { ticket }))
    assert.isFalse(await may('queue-caller.ticket', {}))
    await db.from('queue_caller_tickets').update({ day: '2027-01-18' })
    assert.isFalse(await may('queue-caller.ticket', { ticket: publicId }))
  })
})

test.group('Statements of kiosks and tickets', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T08:00:00Z')

  test('are few, however many wait', async ({ assert }) => {
    const hall = await Hall.open({ contingent: 500 })
    await hall.booked(rome('2027-01-19 10:00'))
    const at = await AtKiosk.of(hall.location)
    const { location: shown } = await at.press(hall.line)
    for (let nth = 0; nth < 4; nth++) await at.press(hall.line)
    const { publicId } = await db
      .from('queue_caller_tickets')
      .select('public_id as publicId')
      .first()
    const client = visitor()
    const counts = {
      start: await statementsOf(() => at.get(START)),
      ticket: await statementsOf(() => at.get(shown!)),
      check: await statementsOf(() => at.get(CHECK_IN)),
      phone: await statementsOf(() => client.get(`/queue/tickets/${publicId}`)),
      leave: await statementsOf(() => client.get(`/queue/tickets/${publicId}/leave`)),
    }
    assert.isAtMost(Math.max(counts.phone, counts.leave), 6)
    // Of a kiosk two ask who it is: its session, since it brings a cookie, and its secret.
    assert.isAtMost(Math.max(counts.ticket, counts.check), 6 + 1)
    assert.isAtMost(counts.start, 7 + 2)
  })
})

/** Statements of one visit, once caches are warm; transactions are not counted. */
async function statementsOf(visit: () => Promise<{ status: number }>): Promise<number> {
  await visit()
  let count = 0
  const note = ({ sql }: { sql: string }) => {
    if (!/^(begin|commit|savepoint|release|rollback)/i.test(sql)) count++
  }
  const knex = db.manager.get(db.primaryConnectionName)!.connection!.client!
  knex.on('query', note)
  const { status } = await visit()
  knex.off('query', note)
  if (status !== 200) throw new Error(`The page answered ${status}`)
  return count
}
