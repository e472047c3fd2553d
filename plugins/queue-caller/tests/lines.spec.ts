import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { AuditEntry } from '#core/audit'
import { Job } from '#core/jobs'
import type { Location } from '#core/organisation'
import { PUBLIC } from '#core/platform'
import { IssueTicket } from '#plugins/queue-caller/actions/issue_ticket'
import { Kiosk } from '#plugins/queue-caller/models/kiosk'
import { Line } from '#plugins/queue-caller/models/line'
import { linesOf } from '#plugins/queue-caller/queries/lines'
import { aCounter, aLine, Queue } from '#plugins/queue-caller/tests/queue'
import { atDesk, HOSTILE, isClean, save, statements } from '#tests/admin/desk'
import { standStill } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { aLocation, aService } from '#tests/scheduling/planner'

const LINES = '/admin/queue-caller/lines'
const CREATE = `${LINES}/create`
const editOf = ({ id }: Line) => `${LINES}/${id}/edit`

const servicesOf = async ({ id }: Line): Promise<number[]> => {
  const fed = await db.from('queue_caller_line_services').where('line_id', id).orderBy('service_id')
  return fed.map((row: { service_id: number }) => row.service_id)
}

const issue = (line: Line, location: Location) =>
  new IssueTicket().handle({ line, location, by: PUBLIC })

test.group('Lines in the panel', (group) => {
  group.each.setup(() => freshDatabase())

  test('Q1 a new line has letter, names, services, numbers and hours', async ({ assert }) => {
    const place = await aLocation()
    const service = await aService(place, [])
    const answer = await save(await atDesk('manager'), CREATE, {
      ...{ locationId: String(place.id), letter: 'C', 'name[en]': 'Passports' },
      ...{ 'serviceIds[]': String(service.id), lastNumber: '199', contingent: '80' },
      ...{ 'hours[2][0][opens]': '9', 'hours[2][0][closes]': '12' },
    })
    assert.equal(answer.status, 303)
    const line = await Line.findByOrFail('letter', 'C')
    assert.deepInclude(line.serialize(), {
      ...{ locationId: place.id, name: { en: 'Passports' }, firstNumber: 1, lastNumber: 199 },
      ...{ contingent: 80, extraCalls: 3, mostInARow: 2, active: true },
    })
    assert.deepEqual(line.hours?.[2], [{ opens: '09:00', closes: '12:00' }])
    assert.deepEqual(await servicesOf(line), [service.id])
    assert.deepEqual(
      (await linesOf(place.id)).map(({ id }) => id),
      [line.id]
    )
    const [entry] = await AuditEntry.query().where('object', 'queue-caller.line')
    assert.equal(entry.action, 'queue-caller.line_created')
    assert.isNotNull(await Job.findBy('kind', 'queue-caller.tend_queues'))
  })

  test('without hours of its own a line is open as its location is', async ({ assert }) => {
    const line = await aLine(await aLocation(), {
      hours: { 1: [{ opens: '09:00', closes: '10:00' }] },
    })
    const desk = await atDesk('manager')
    const none = { 'hours[1][0][opens]': '', 'hours[1][0][closes]': '' }
    assert.equal((await save(desk, editOf(line), none)).status, 303)
    assert.isNull((await line.refresh()).hours)
    assert.include((await desk.get(`${LINES}/${line.id}`)).text, 'As the location')
  })

  test('a letter is that of one line at a location', async ({ assert }) => {
    const [here, there] = [await aLocation(), await aLocation()]
    await aLine(here, { letter: 'B' })
    const other = await aLine(here, { letter: 'C' })
    const desk = await atDesk('manager')
    const refused = await save(desk, editOf(other), { letter: 'B' })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'Another line of this location has this letter already.')
    const fields = { locationId: String(there.id), letter: 'B', 'name[en]': 'Advice' }
    assert.equal((await save(desk, CREATE, fields)).status, 303)
    assert.equal((await save(desk, CREATE, fields)).status, 422)
    for (const letter of ['I', 'O', 'Q', 'AB', 'b']) {
      assert.equal((await save(desk, editOf(other), { letter })).status, 422, letter)
    }
  })

  test('a service feeds one line of a location, which is named', async ({ assert }) => {
    const [here, there] = [await aLocation(), await aLocation()]
    const service = await aService(here, [], { name: { en: 'Fitting' } })
    const [first, second] = [await aLine(here), await aLine(here, { letter: 'B' })]
    const elsewhere = await aLine(there)
    const desk = await atDesk('manager')
    const feeds = (line: Line, ids: string[]) => save(desk, editOf(line), { 'serviceIds[]': ids })
    const own = [String(service.id)]
    assert.equal((await feeds(first, own)).status, 303)
    const refused = await feeds(second, own)
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'Fitting belongs to the line A · Advice already.')
    assert.deepEqual(await servicesOf(second), [])
    assert.equal((await feeds(elsewhere, own)).status, 303)
    assert.equal((await feeds(first, [])).status, 303)
    assert.equal((await feeds(second, own)).status, 303)
    assert.deepEqual(await servicesOf(first), [])
  })

  test('figures stay in their ranges, the last number is not below the first', async ({
    assert,
  }) => {
    const line = await aLine(await aLocation())
    const desk = await atDesk('manager')
    const wrong = {
      ...{ firstNumber: '0', lastNumber: '10000', extraCalls: '11', intervalMinutes: '0' },
      ...{ graceSeconds: '29', earlyMinutes: '121', lateMinutes: '121', mostInARow: '0' },
      ...{ longestWaitMinutes: '241', targetMinutes: '0', serviceMinutes: '0', contingent: '0' },
    }
    const answer = await save(desk, editOf(line), wrong)
    assert.equal(answer.status, 422)
    for (const name of Object.keys(wrong)) assert.include(answer.text, `href="#${name}"`)
    const order = await save(desk, editOf(line), { firstNumber: '500', lastNumber: '499' })
    assert.include(order.text, 'The last number cannot be smaller than the first.')
  })

  test('Q1 numbers keep their meaning on a day on which some were given out', async ({
    assert,
  }) => {
    const location = await aLocation()
    const line = await aLine(location, { firstNumber: 10 })
    const desk = await atDesk('manager')
    assert.equal((await save(desk, editOf(line), { firstNumber: '5' })).status, 303)
    const issued = await issue(await line.refresh(), location)
    assert.isTrue(issued.ok && issued.ticket.code === 'A005')
    const refused = await save(desk, editOf(line), { firstNumber: '1', letter: 'B' })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'Numbers of this line have been given out today.')
    assert.equal((await save(desk, editOf(line), { contingent: '5' })).status, 303)
  })

  test('a line in which walk-ins wait is not switched off', async ({ assert }) => {
    const queue = await Queue.open()
    await queue.walkIn()
    const desk = await atDesk('manager')
    const refused = await save(desk, editOf(queue.line), { active: undefined })
    assert.equal(refused.status, 422)
    assert.include(refused.text, '1 person still waits in this line.')
    await queue.desk.call()
    assert.equal((await save(desk, editOf(queue.line), { active: undefined })).status, 303)
    assert.isFalse((await queue.line.refresh()).active)
  })

  test('a line goes for good only while nobody had a ticket and nothing shows it', async ({
    assert,
  }) => {
    const queue = await Queue.open()
    const spare = await aLine(queue.location, { letter: 'B' })
    await aCounter([spare])
    await queue.walkIn()
    await queue.desk.call()
    const desk = await atDesk('manager')
    const remove = async ({ id }: Line) => {
      const page = await desk.get(`${LINES}/${id}/remove`)
      return desk.follow(await desk.submit(page.form('/remove')))
    }
    assert.include((await remove(queue.line)).text, 'This line has given out numbers')
    const kiosk = { locationId: queue.location.id, name: 'Hall', lineIds: [spare.id] }
    const shown = await Kiosk.create({ ...kiosk, locales: ['en'] })
    assert.include((await remove(spare)).text, 'A screen or kiosk shows this line.')
    await shown.delete()
    await remove(spare)
    assert.isNull(await Line.find(spare.id))
    assert.isNotNull(await Line.find(queue.line.id))
  })

  test('Q3 its page says who is called next, with its figures', async ({ assert }) => {
    const figures = { mostInARow: 3, longestWaitMinutes: 45, extraCalls: 1, intervalMinutes: 5 }
    const line = await aLine(await aLocation(), figures)
    const { text } = await (await atDesk('manager')).get(`${LINES}/${line.id}`)
    const rule = 'After 3 appointments in a row, or once a walk-in has waited for 45 minutes'
    assert.include(text, rule)
    assert.include(text, 'is called 1 more time, 5 minutes later.')
  })

  test('only managers set up, within their locations; texts stay texts', async ({
    assert,
    cleanup,
  }) => {
    standStill(cleanup)
    const [here, there] = [await aLocation(), await aLocation()]
    const own = await aLine(here, { name: { en: HOSTILE } })
    const foreign = await aLine(there, { name: { en: 'Far away' } })
    const manager = await atDesk('manager', [here])
    const list = await manager.get(LINES)
    assert.isTrue(isClean(list))
    assert.notInclude(list.text, 'Far away')
    assert.isTrue(isClean(await manager.get(`${LINES}/${own.id}`)))
    assert.equal((await manager.get(editOf(foreign))).status, 404)
    const fields = { locationId: String(there.id), letter: 'B', 'name[en]': 'Advice' }
    assert.equal((await save(manager, CREATE, fields)).status, 422)
    assert.equal((await (await atDesk('desk')).get(LINES)).status, 403)
    for (const page of [LINES, `${LINES}/${own.id}`, editOf(own)]) {
      await manager.get(page)
      assert.isAtMost(await statements(() => manager.get(page)), 8, page)
    }
  })
})
