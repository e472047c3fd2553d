import { test } from '@japa/runner'
import { appointmentStanding, walkInStanding } from '#plugins/queue-caller/domain/standing'
import { typicalTime } from '#plugins/queue-caller/domain/service_time'
import { expectedCall, waitRange } from '#plugins/queue-caller/domain/waiting_time'
import { chance } from '#tests/kit/nonsense'
import { simulatedDay, type Told } from '#plugins/queue-caller/tests/simulated_day'
import { LINE, RULES } from '#plugins/queue-caller/tests/queue_day'

const MINUTE = 60_000
const NOW = Date.parse('2027-01-19T10:00:00Z')
const lines = new Map([[LINE, { ...RULES, inARow: 0 }]])
const serviceTime = () => 10 * MINUTE
const walkIn = (id: number, minutesAgo: number) => ({
  ...walkInStanding(NOW - minutesAgo * MINUTE),
  ...{ id, seq: id, lineId: LINE, urgent: false, forCounterId: null },
})
const appointment = (id: number, inMinutes: number) => ({
  ...appointmentStanding(NOW + inMinutes * MINUTE),
  ...{ id, seq: id, lineId: LINE, urgent: false, forCounterId: null },
})
const counter = (freeInMinutes: number, lineIds = [LINE]) => ({
  id: 1,
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

  test('100 simulated days: near what came, and better than people ahead × mean time', ({
    assert,
  }) => {
    const whole = chance(20_261_129)
    const told = Array.from({ length: 100 }, (_, day) =>
      simulatedDay({
        random: () => whole(1_000_000) / 1_000_000,
        counters: [0, 0, 30 * (day % 4)],
        walkIns: 60 + (day % 5) * 15,
        appointments: 20 + (day % 4) * 10,
        talk: { mean: 7 + (day % 3), prior: 8 },
        away: 0.08,
      })
    ).flat()
    const mean = (of: (one: Told) => number) =>
      told.reduce((sum, one) => sum + of(one), 0) / told.length
    const missedBy = (guess: (one: Told) => number) =>
      mean((one) => Math.abs(guess(one) - one.came)) / MINUTE
    const wait = mean(({ came }) => came) / MINUTE
    const error = missedBy(({ expected }) => expected)
    const peopleAhead = missedBy(({ ahead, typical }) => ahead * typical)
    const perCounter = missedBy(({ ahead, typical }) => (ahead * typical) / 3)
    const inside = mean(({ expected, came }) => {
      const { from, to } = waitRange(expected)
      return Number(came >= from * MINUTE && came <= to * MINUTE)
    })
    console.log(
      `    ${told.length} estimates: wait ${wait.toFixed(1)} min, missed by ${error.toFixed(1)}` +
        ` (people ahead × time ${peopleAhead.toFixed(1)}, by counter ${perCounter.toFixed(1)}),` +
        ` ${(inside * 100).toFixed(1)} % inside the range`
    )
    assert.isAtLeast(wait, 15, 'days on which people wait')
    assert.isAtMost(error, Math.max(wait * 0.25, 5))
    assert.isBelow(error, Math.min(peopleAhead, perCounter))
    assert.isAtLeast(inside, 0.8)
  })
})
