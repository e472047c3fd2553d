import { test } from '@japa/runner'
import fc from 'fast-check'
import { nextOpening } from '#plugins/queue-caller/domain/next_opening'
import { peopleAhead } from '#plugins/queue-caller/domain/place_in_queue'
import type { Queued } from '#plugins/queue-caller/domain/queue_order'
import { nextShown } from '#plugins/queue-caller/domain/shown_wait'
import { appointmentStanding, walkInStanding } from '#plugins/queue-caller/domain/standing'
import { readCode } from '#plugins/queue-caller/domain/typed_code'
import type { QueueNow } from '#plugins/queue-caller/domain/waiting_time'

const MINUTE = 60_000
const A = 1
const B = 2

let serial = 0
const walkIn = (minute: number, lineId = A): Queued => ({
  ...walkInStanding(minute * MINUTE),
  ...{ id: ++serial, seq: serial, lineId, urgent: false, forCounterId: null },
})
const appointment = (minute: number, lineId = A): Queued => ({
  ...walkIn(minute, lineId),
  ...appointmentStanding(minute * MINUTE),
})
const counter = (id: number, ...lineIds: number[]) => ({ id, lineIds, freeAt: 0 })

function queueOf(tickets: Queued[], counters: QueueNow['counters']): QueueNow {
  const situation = { inARow: 0, mostInARow: 2, longestWaitMinutes: 60 }
  const lines = new Map([A, B].map((id) => [id, situation]))
  return { now: 10 * MINUTE, tickets, counters, lines, serviceTime: () => 10 * MINUTE }
}

test.group('People ahead', () => {
  test('Q3 those are counted who are called before by the rule', ({ assert }) => {
    const [first, own] = [walkIn(1), walkIn(2)]
    const due = [appointment(3), appointment(4), appointment(5)]
    const queue = queueOf([first, own, ...due], [counter(1, A)])
    // Two appointments, the first walk-in, the third appointment, then own.
    assert.equal(peopleAhead(own, queue), 4)
    assert.equal(peopleAhead(due[0], queue), 0)
  })

  test('an appointment that comes later counts when its time comes before', ({ assert }) => {
    const own = walkIn(3)
    const before = [walkIn(1), walkIn(2)]
    assert.equal(peopleAhead(own, queueOf([...before, own, appointment(25)], [counter(1, A)])), 3)
    assert.equal(peopleAhead(own, queueOf([...before, own, appointment(35)], [counter(1, A)])), 2)
  })

  test('who is called at other counters stands in nobody’s way', ({ assert }) => {
    const own = walkIn(9)
    const others = [walkIn(1, B), walkIn(2, B), walkIn(3, B)]
    const apart = queueOf([own, ...others], [counter(1, A), counter(2, B)])
    assert.equal(peopleAhead(own, apart), 0)
    const shared = queueOf([own, ...others], [counter(1, A, B)])
    assert.equal(peopleAhead(own, shared), 3)
  })

  test('while no counter is open the order of the line is told', ({ assert }) => {
    const [first, own] = [walkIn(1), walkIn(2)]
    assert.equal(peopleAhead(own, queueOf([first, own, walkIn(1, B)], [])), 1)
    assert.equal(peopleAhead(own, queueOf([first, own], [counter(2, B)])), 1)
    const sent = { ...own, forCounterId: 7 }
    assert.equal(peopleAhead(sent, queueOf([first, sent], [counter(1, A)])), 0)
  })
})

test.group('What was typed', () => {
  test('Q2 a number is read however it is written', ({ assert }) => {
    for (const text of ['AA042', ' aa 42 ', 'AA-042', 'a a 0 4 2', 'AA.42', 'AA0042'])
      assert.deepEqual(readCode(text), { kind: 'appointment', number: 'AA042' }, text)
    assert.deepEqual(readCode('zz1000'), { kind: 'appointment', number: 'ZZ1000' })
    assert.deepEqual(readCode('a42'), { kind: 'walk_in', number: 'A042' })
  })

  test('Q2 the address of a ticket’s page is one, and nothing else is', ({ assert }) => {
    const id = 'abcdefghij-_ABCDEFGHIJ'
    const ticket = { kind: 'ticket', publicId: id } as const
    assert.deepEqual(readCode(`https://desk.example/queue/tickets/${id}`), ticket)
    assert.deepEqual(readCode(`http://127.0.0.1:1/queue/tickets/${id}?lang=de`), ticket)
    for (const text of [
      '',
      'AB042',
      'AAA042',
      'AA',
      '042',
      'AA42x',
      'AA00042',
      `tickets/${id}`,
      'ÄÄ042',
    ])
      assert.isNull(readCode(text), text)
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void readCode(text)))
  })
})

test.group('The wait that is shown', () => {
  const range = fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 10 }))
    .map(([from, more]) => ({ from: from * 5, to: (from + more) * 5 }))

  test('moves by one step an update, and comes to what is true', ({ assert }) => {
    fc.assert(
      fc.property(range, range, (first, real) => {
        let shown = first
        for (let update = 0; update < 60; update++) {
          const next = nextShown(shown, real)
          assert.isAtMost(Math.abs(next.from - shown.from), 5)
          assert.isAtMost(Math.abs(next.to - shown.to), 5)
          assert.isBelow(next.from, next.to)
          shown = next
        }
        assert.deepEqual(shown, real)
      })
    )
  })

  test('what is known for the first time, or no longer, is told as it is', ({ assert }) => {
    const real = { from: 5, to: 15 }
    assert.equal(nextShown(null, real), real)
    assert.isNull(nextShown(real, null))
  })
})

test.group('When a line opens again', () => {
  /** Day 0 is a Monday here. */
  const weekdayOf = (day: number) => (day % 7) + 1
  const week = {
    1: [
      { opens: '09:00', closes: '10:00' },
      { opens: '14:00', closes: '16:00' },
    ],
  }
  const ask = (day: number, minute: number, closed: number[] = []) =>
    nextOpening({ week, day, minute, weekdayOf, isClosedAllDay: (one) => closed.includes(one) })

  test('later today, on its next day, or nobody knows', ({ assert }) => {
    assert.deepEqual(ask(0, 8 * 60), { day: 0, from: 540 })
    assert.deepEqual(ask(0, 11 * 60), { day: 0, from: 840 })
    assert.deepEqual(ask(0, 17 * 60), { day: 7, from: 540 })
    assert.deepEqual(ask(3, 0), { day: 7, from: 540 })
    assert.isNull(ask(3, 0, [7]))
  })
})
