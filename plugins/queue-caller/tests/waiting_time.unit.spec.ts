import { test } from '@japa/runner'
import { appointmentStanding, walkInStanding } from '#plugins/queue-caller/domain/standing'
import { typicalTime } from '#plugins/queue-caller/domain/service_time'
import { expectedCall, waitRange } from '#plugins/queue-caller/domain/waiting_time'
import { LINE, RULES } from '#plugins/queue-caller/tests/queue_day'

const MINUTE = 60_000
const NOW = Date.parse('2027-01-19T10:00:00Z')
const lines = new Map([[LINE, { ...RULES, inARow: 0 }]])
const serviceTime = () => 10 * MINUTE
const walkIn = (id: number, minutesAgo: number) => ({
  ...walkInStanding(NOW - minutesAgo * MINUTE),
  ...{ id, seq: id, lineId: LINE, urgent: false },
})
const appointment = (id: number, inMinutes: number) => ({
  ...appointmentStanding(NOW + inMinutes * MINUTE),
  ...{ id, seq: id, lineId: LINE, urgent: false },
})
const counter = (freeInMinutes: number, lineIds = [LINE]) => ({
  lineIds,
  freeAt: NOW + freeInMinutes * MINUTE,
})
type Asked = Parameters<typeof expectedCall>[1]
const minutesUntil = (id: number, queue: Pick<Asked, 'tickets' | 'counters'>) => {
  const call = expectedCall(id, { now: NOW, lines, serviceTime, ...queue })
  return call === null ? null : (call - NOW) / MINUTE
}

test.group('How long it takes', () => {
  const three = [walkIn(1, 20), walkIn(2, 10), walkIn(3, 0)]

  test('counters share the line, and each is free when its ticket is done', ({ assert }) => {
    assert.equal(minutesUntil(3, { tickets: three, counters: [counter(0)] }), 20)
    assert.equal(minutesUntil(3, { tickets: three, counters: [counter(0), counter(4)] }), 10)
    assert.equal(minutesUntil(1, { tickets: three, counters: [counter(6)] }), 6)
  })

  test('appointments come in at their time, before walk-ins', ({ assert }) => {
    const tickets = [...three, appointment(4, 5), appointment(5, 5)]
    assert.equal(minutesUntil(3, { tickets, counters: [counter(0)] }), 40)
    assert.equal(minutesUntil(4, { tickets, counters: [counter(0)] }), 10)
  })

  test('a counter that waits for nobody takes the appointment at its time', ({ assert }) => {
    assert.equal(minutesUntil(4, { tickets: [appointment(4, 25)], counters: [counter(0)] }), 25)
  })

  test('without an open counter for the line nothing is told', ({ assert }) => {
    assert.isNull(minutesUntil(3, { tickets: three, counters: [] }))
    assert.isNull(minutesUntil(3, { tickets: three, counters: [counter(0, [2])] }))
  })

  test('a range in steps of five, never empty', ({ assert }) => {
    assert.deepEqual(waitRange(0), { from: 0, to: 5 })
    assert.deepEqual(waitRange(20 * MINUTE), { from: 15, to: 30 })
    assert.deepEqual(waitRange(25 * MINUTE), { from: 20, to: 35 })
  })

  test('one long talk moves the typical time little, few talks hardly', ({ assert }) => {
    const prior = 10 * MINUTE
    assert.equal(typicalTime([], prior), prior)
    assert.equal(typicalTime([16 * MINUTE], prior), 11 * MINUTE)
    const usual = Array.from({ length: 30 }, () => 6 * MINUTE)
    const withOne = [180 * MINUTE, ...usual]
    assert.equal(typicalTime(withOne, prior), typicalTime(usual, prior))
    assert.approximately(typicalTime(usual, prior) / MINUTE, 6.7, 0.1)
  })
})
