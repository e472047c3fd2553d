import { test } from '@japa/runner'
import fc from 'fast-check'
import {
  compareInQueue,
  nextInQueue,
  REASONS,
  type Reason,
  type Situation,
  type Waiting,
} from '#plugins/queue-caller/domain/queue_order'
import { appointmentStanding, walkInStanding } from '#plugins/queue-caller/domain/standing'
import { LINE, playDay, RULES } from '#plugins/queue-caller/tests/queue_day'

const MINUTE = 60_000
const at = (time: string) => Date.parse(`2027-01-19T${time}:00Z`)
let seq = 0
const ticket = (values: Pick<Waiting, 'among' | 'orderAt' | 'dueFrom'> & Partial<Waiting>) => {
  const id = ++seq
  return { id, seq: id, lineId: LINE, urgent: false, ...values }
}
const walkIn = (time: string, values: Partial<Waiting> = {}) =>
  ticket({ ...walkInStanding(at(time)), ...values })
const appointment = (time: string, values: Partial<Waiting> = {}) =>
  ticket({ ...appointmentStanding(at(time)), ...values })
const situation = (time: string, inARow = 0): Situation => ({
  now: at(time),
  lines: new Map([[LINE, { ...RULES, inARow }]]),
})

test.group('Who is called next', () => {
  test('Q3 the example of the document', ({ assert }) => {
    const named: [string, Waiting][] = [
      ['A007', walkIn('09:20')],
      ['A008', walkIn('09:40')],
      ['AA003', appointment('10:00')],
      ['AA004', appointment('10:00')],
      ['AA005', appointment('10:05')],
    ]
    const tickets = named.map(([, one]) => ({
      ...one,
      dueFrom: Math.max(one.dueFrom, at('10:05')),
    }))
    const calls = playDay({ tickets, counters: 1, talk: () => ({ minutes: 2, came: true }) })
    const names = calls.map(({ ticket: { id } }) => named.find(([, one]) => one.id === id)![0])
    assert.deepEqual(names, ['AA003', 'AA004', 'A007', 'AA005', 'A008'])
    const early = [...tickets.slice(1), walkIn('09:00')]
    const next = nextInQueue(early, situation('10:05'))!
    assert.deepEqual([next.ticket.orderAt, next.reason], [at('09:00'), 'waited_too_long'])
  })

  test('Q3 urgent, then due appointments, then walk-ins, then who came early', ({ assert }) => {
    const tickets = [
      appointment('10:30', { dueFrom: at('10:00') }),
      walkIn('09:40'),
      appointment('10:00'),
      walkIn('09:50', { urgent: true }),
      walkIn('09:30'),
    ]
    const order = tickets
      .toSorted((a, b) => compareInQueue(a, b, situation('10:05')))
      .map((one) => tickets.indexOf(one))
    assert.deepEqual(order, [3, 2, 4, 1, 0])
  })

  test('Q4 nobody is called before they are due', ({ assert }) => {
    const tickets = [appointment('10:10')]
    assert.isNull(nextInQueue(tickets, situation('10:09')))
    assert.equal(nextInQueue(tickets, situation('10:10'))?.reason, 'appointment')
  })

  test('Q3 after two appointments in a row it is a walk-in’s turn', ({ assert }) => {
    const tickets = [appointment('10:00'), walkIn('10:01')]
    assert.equal(nextInQueue(tickets, situation('10:05', 1))?.reason, 'appointment')
    assert.equal(nextInQueue(tickets, situation('10:05', 2))?.reason, 'turn_of_walk_in')
  })

  test('Q3 Q5 the promise is kept for every ticket of 300 random days', ({ assert }) => {
    const opens = at('08:00')
    const minute = fc.integer({ min: 0, max: 480 })
    const arrivals = fc.record({
      walkIns: fc.array(minute, { minLength: 5, maxLength: 60, size: 'max' }),
      appointments: fc.array(minute, { minLength: 5, maxLength: 40, size: 'max' }),
      urgent: fc.array(minute, { maxLength: 3 }),
      counters: fc.integer({ min: 1, max: 4 }),
      talks: fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 20 }),
      away: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
    })
    const reasons: Partial<Record<Reason, number>> = {}
    fc.assert(
      fc.property(arrivals, ({ walkIns, appointments, urgent, counters, talks, away }) => {
        const when = (minutes: number) => opens + minutes * MINUTE
        const tickets = [
          ...walkIns.map((minutes) => ticket(walkInStanding(when(minutes)))),
          ...appointments.map((minutes) => ticket(appointmentStanding(when(minutes)))),
          ...urgent.map((minutes) => ticket({ ...walkInStanding(when(minutes)), urgent: true })),
        ]
        const talk = (nth: number) => ({
          minutes: talks[nth % talks.length],
          came: !away[nth % away.length],
        })
        const calls = playDay({ tickets, counters, talk })
        let inARow = 0
        const called = new Map<number, number[]>()
        for (const { ticket: one, reason, at: now, others } of calls) {
          reasons[reason] = (reasons[reason] ?? 0) + 1
          called.set(one.id, [...(called.get(one.id) ?? []), now])
          assert.isAtMost(one.dueFrom, now)
          const left = others.filter((other) => !other.urgent)
          if (!one.urgent) assert.lengthOf(left, others.length, 'an urgent one was passed over')
          const walking = left.filter(({ among }) => among === 'walk_ins')
          if (one.urgent) continue
          if (one.among === 'walk_ins') {
            assert.isTrue(walking.every(({ orderAt }) => orderAt >= one.orderAt))
            inARow = 0
            continue
          }
          const same = left.filter(({ among }) => among === 'appointments')
          assert.isTrue(same.every(({ orderAt }) => orderAt >= one.orderAt))
          for (const { orderAt } of walking) assert.isBelow(now - orderAt, 60 * MINUTE)
          if (walking.length > 0) inARow++
          assert.isAtMost(inARow, 2)
        }
        assert.equal(called.size, tickets.length, 'everybody is called')
        for (const times of called.values()) {
          assert.isAtMost(times.length, 4)
          for (let nth = 1; nth < times.length; nth++) {
            assert.isAtLeast(times[nth] - times[nth - 1], 10 * MINUTE)
          }
        }
      }),
      { numRuns: 300, seed: 20_261_129 }
    )
    console.log(`    ${JSON.stringify(reasons)}`)
    for (const reason of REASONS.filter((one) => one !== 'early')) {
      assert.isAbove(reasons[reason] ?? 0, 100, reason)
    }
  })
})
