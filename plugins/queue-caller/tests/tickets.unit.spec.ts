import { test } from '@japa/runner'
import fc from 'fast-check'
import { nthTicket, ticketCode } from '#plugins/queue-caller/domain/ticket_number'
import { isOver, stateAfter, TICKET_STATES } from '#plugins/queue-caller/domain/ticket_states'
import { WRITTEN } from '#plugins/queue-caller/tests/written_states'

const STEPS = [...new Set(WRITTEN.map(([step]) => step))]

test.group('Tickets', () => {
  test('Q1 numbers go round in their range, each cycle anew', ({ assert }) => {
    const day = [1, 2, 3, 4, 5].map((nth) => nthTicket(nth, { first: 1, last: 3 }))
    assert.deepEqual(
      day.map(({ number }) => ticketCode('A', number)),
      ['A001', 'A002', 'A003', 'A001', 'A002']
    )
    assert.deepEqual(
      day.map(({ cycle }) => cycle),
      [0, 0, 0, 1, 1]
    )
    assert.equal(ticketCode('B', 1000), 'B1000')
  })

  test('Q1 no number comes twice in a cycle, whatever the range', ({ assert }) => {
    const range = fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 99 }))
    fc.assert(
      fc.property(range, fc.integer({ min: 1, max: 500 }), ([first, more], count) => {
        const given = Array.from({ length: count }, (_, at) =>
          nthTicket(at + 1, { first, last: first + more })
        )
        const distinct = new Set(given.map(({ number, cycle }) => `${cycle}:${number}`))
        assert.equal(distinct.size, count)
        assert.isTrue(given.every(({ number }) => number >= first && number <= first + more))
      })
    )
  })

  test('Q6 every step leads where the document says, and nowhere else', ({ assert }) => {
    for (const step of STEPS) {
      for (const state of TICKET_STATES) {
        const written = WRITTEN.find(([s, from]) => s === step && from === state)
        assert.equal(stateAfter(state, step), written?.[2] ?? null, `${step} of ${state}`)
      }
    }
  })

  test('Q6 at the end of the day nothing is left open', ({ assert }) => {
    for (const state of TICKET_STATES) {
      const closed = stateAfter(state, 'close')
      assert.equal(closed === null, isOver(state), state)
      assert.isTrue(isOver(closed ?? state), state)
    }
  })
})
