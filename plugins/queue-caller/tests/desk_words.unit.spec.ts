import { test } from '@japa/runner'
import type { Viewer } from '#core/admin'
import { callOrder } from '#plugins/queue-caller/domain/call_order'
import { waitingSince, waitState } from '#plugins/queue-caller/domain/waiting_since'
import { presentSaid } from '#plugins/queue-caller/presenters/said'
import { LINE, RULES } from '#plugins/queue-caller/tests/queue_day'

const MINUTE = 60_000
const NOW = 10 * 60 * MINUTE

test.group('The list of a counter', () => {
  const ticket = (id: number, values: object) => ({
    ...{ id, seq: id, lineId: LINE, urgent: false, forCounterId: null, state: 'waiting' },
    ...{ among: 'walk_ins' as const, orderAt: NOW, dueFrom: NOW },
    ...values,
  })
  const at = (minutes: number) => ({
    orderAt: NOW + minutes * MINUTE,
    dueFrom: NOW + minutes * MINUTE,
  })

  test('Q3 those who are due come first, then appointments of later, then absent ones', ({
    assert,
  }) => {
    const among = 'appointments' as const
    const tickets = [
      ticket(1, at(-5)),
      ticket(2, at(-9)),
      ticket(3, { among, ...at(40) }),
      ticket(4, { among, ...at(10) }),
      ticket(5, { among, ...at(6), state: 'absent' }),
      ticket(6, { among, ...at(-1) }),
      ticket(7, { ...at(-1), urgent: true }),
      ticket(8, { among, ...at(-3), state: 'absent' }),
    ]
    const lines = new Map([[LINE, { ...RULES, inARow: 0 }]])
    const { due, later, again } = callOrder(tickets, { now: NOW, lines })
    const ids = (list: readonly { id: number }[]) => list.map(({ id }) => id)
    assert.deepEqual(ids(due), [7, 8, 6, 2, 1])
    assert.deepEqual(ids(later), [4, 3])
    assert.deepEqual(ids(again), [5])
  })

  test('a wait begins with the number, the appointment’s time, or a later check-in', ({
    assert,
  }) => {
    const none = { issuedAt: 1, startsAt: null, checkedInAt: null }
    assert.equal(waitingSince(none), 1)
    assert.equal(waitingSince({ ...none, startsAt: 100 }), 100)
    assert.equal(waitingSince({ ...none, startsAt: 100, checkedInAt: 50 }), 100)
    assert.equal(waitingSince({ ...none, startsAt: 100, checkedInAt: 150 }), 150)
  })

  test('a wait is within the target, over it, or over the limit', ({ assert }) => {
    const line = { targetMinutes: 20, longestWaitMinutes: 60 }
    const states = [0, 20, 20.1, 59.9, 60].map((minutes) => waitState(minutes * MINUTE, line))
    assert.deepEqual(states, ['fine', 'fine', 'late', 'late', 'over'])
  })
})

test.group('What a counter is told', () => {
  const viewer = {
    t: (key: string, { code }: Record<string, unknown> = {}) => `${key} ${String(code)}`,
    has: (key: string) => key.endsWith('.called') || key.endsWith('.busy') || /issued$/.test(key),
  } as Viewer

  test('is one of our sentences with a number, whatever the address says', ({ assert }) => {
    const { text, tone } = presentSaid({ said: 'called', code: 'A042' }, viewer)!
    assert.deepEqual([text, tone], ['queue-caller.counter.said.called A042', 'success'])
    assert.equal(presentSaid({ refused: 'busy', code: '<b>' }, viewer)!.text.at(-1), '–')
    assert.equal(presentSaid({ said: 'issued', code: 'B007' }, viewer)!.issued, 'B007')
    for (const said of ['nothing', '../title', 'x'.repeat(99), ['called'], { a: 1 }, '']) {
      assert.isNull(presentSaid({ said }, viewer))
    }
    assert.isNull(presentSaid({}, viewer))
  })
})
