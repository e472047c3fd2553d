import { test } from '@japa/runner'
import { expectedCalls } from '#plugins/queue-caller/domain/waiting_time'
import type { Queued } from '#plugins/queue-caller/domain/queue_order'
import { naiveCalls } from '#plugins/queue-caller/tests/naive_calls'
import { chance } from '#tests/kit/nonsense'

const MINUTE = 60_000
const NOW = Date.parse('2027-01-19T10:00:00Z')
const LINES = [1, 2, 3]
const COUNTERS = [
  { id: 1, lineIds: [1] },
  { id: 2, lineIds: [1, 2] },
  { id: 3, lineIds: [3, 2] },
]

/** A queue with everything in it: urgent, early, absent, transferred, due later. */
function anyQueue(whole: (below: number) => number) {
  const tickets = Array.from({ length: whole(60) }, (_, id): Queued => {
    const isAppointment = whole(3) === 0
    const orderAt = NOW + (whole(180) - (isAppointment ? 60 : 180)) * MINUTE
    const isEarly = isAppointment && whole(4) === 0
    return {
      ...{ id, seq: id, lineId: LINES[whole(3)], urgent: whole(15) === 0, orderAt },
      among: isAppointment ? 'appointments' : 'walk_ins',
      dueFrom: isEarly ? orderAt - whole(40) * MINUTE : orderAt,
      forCounterId: whole(10) === 0 ? 1 + whole(3) : null,
    }
  })
  return {
    now: NOW,
    tickets,
    counters: COUNTERS.slice(0, 1 + whole(3)).map((counter) => ({
      ...counter,
      freeAt: NOW + (whole(20) - 5) * MINUTE,
    })),
    lines: new Map(
      LINES.map((id) => [id, { inARow: whole(3), mostInARow: 2, longestWaitMinutes: 60 }])
    ),
    serviceTime: (lineId: number) => (4 + lineId) * MINUTE,
  }
}

test.group('A queue played on', () => {
  test('Q3 calls the same people at the same times as looking at everybody, 2,000 queues', ({
    assert,
  }) => {
    const whole = chance(20_270_119)
    let called = 0
    for (let nth = 0; nth < 2000; nth++) {
      const queue = anyQueue(whole)
      const calls = expectedCalls(queue)
      assert.deepEqual([...calls], [...naiveCalls(queue)])
      called += calls.size
    }
    assert.isAbove(called, 20_000)
  })

  test('a queue of a thousand is played on in a moment', ({ assert }) => {
    const tickets = Array.from({ length: 1000 }, (_, id): Queued => {
      const at = NOW - (1000 - id) * 1000
      const rest = { among: 'walk_ins', urgent: false, forCounterId: null } as const
      return { ...rest, id, seq: id, lineId: 1, orderAt: at, dueFrom: at }
    })
    const queue = { ...anyQueue(chance(1)), tickets, counters: [{ ...COUNTERS[0], freeAt: NOW }] }
    assert.equal(expectedCalls(queue).size, 1000)
  })
})
