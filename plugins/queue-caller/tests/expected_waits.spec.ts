import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { ChangeSession } from '#plugins/queue-caller/actions/sit_down'
import { expectedWait, queueNow, waitRanges } from '#plugins/queue-caller/queries/expected_waits'
import { countersOf } from '#plugins/queue-caller/queries/lines'
import { aLine, Desk, Queue } from '#plugins/queue-caller/tests/queue'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const MINUTE = 60_000
const later = (minutes: number) => clock.freeze(clock.now() + minutes * MINUTE)

test.group('What people who wait are told', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T09:00:00Z')

  test('Q1 the range of the wait is told at issue, and kept', async ({ assert }) => {
    const queue = await Queue.open({ serviceMinutes: 10 })
    const told = []
    for (let nth = 0; nth < 4; nth++) {
      const { toldFrom, toldTo } = await (await queue.walkIn()).refresh()
      told.push([toldFrom, toldTo])
    }
    assert.deepEqual(told, [
      [0, 5],
      [5, 15],
      [15, 30],
      [20, 40],
    ])
    const ranges = waitRanges(await queueNow(queue.location))
    assert.deepEqual([...ranges.values()].at(-1), { from: 20, to: 40 })
  })

  test('Q1 counters that are paused or serve other lines do not count', async ({ assert }) => {
    const queue = await Queue.open()
    const { location, line, desk } = queue
    const other = await aLine(location, { letter: 'B' })
    assert.isNull(await expectedWait(location, other))
    await new ChangeSession().handle(desk.session, { paused: true })
    assert.isNull(await expectedWait(location, line))
    const ticket = await queue.walkIn()
    assert.isNull((await ticket.refresh()).toldFrom)
    assert.lengthOf(await countersOf(location.id), 1)
  })

  test('Q1 who is served decides how long it takes, by line and hour', async ({ assert }) => {
    const queue = await Queue.open({ serviceMinutes: 10 })
    const { location, line, desk } = queue
    for (let nth = 0; nth < 40; nth++) await queue.walkIn()
    for (let nth = 0; nth < 30; nth++) {
      clock.freeze(Date.parse('2027-01-19T09:00:00Z'))
      await desk.call()
      await desk.does('start')
      later(4)
      await desk.does('finish')
    }
    const served = await queueNow(location)
    assert.approximately(served.serviceTime(line.id) / MINUTE, 5, 0.2)
    later(60)
    assert.equal((await queueNow(location)).serviceTime(line.id), 10 * MINUTE)
  })

  test('Q1 a counter is free when its ticket is done, and open ones share the line', async ({
    assert,
  }) => {
    const queue = await Queue.open({ serviceMinutes: 10 })
    const { location, line, desk } = queue
    await queue.walkIn()
    await desk.call()
    await desk.does('start')
    later(4)
    assert.deepEqual(await expectedWait(location, line), { from: 0, to: 10 })
    await Desk.open(location, [line])
    assert.deepEqual(await expectedWait(location, line), { from: 0, to: 5 })
  })
})
