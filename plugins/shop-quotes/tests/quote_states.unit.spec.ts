import { test } from '@japa/runner'
import {
  QUOTE_STATES,
  QUOTE_STEPS,
  quoteStateAfter,
  standsAs,
  turnOf,
  type Doer,
  type QuoteState,
  type QuoteStep,
} from '#plugins/shop-quotes/domain/quote_states'
import { dayBounds } from '#core/scheduling'

/** docs/domain/orders-and-quotes.md, "Quotes": step, who, from, to. */
const TABLE: [QuoteStep, Doer[], QuoteState[], QuoteState | 'stays'][] = [
  ['review', ['staff'], ['requested'], 'in_review'],
  ['ask', ['staff'], ['requested', 'in_review', 'change_requested'], 'needs_info'],
  ['answer', ['customer'], ['needs_info'], 'in_review'],
  [
    'send',
    ['staff'],
    ['requested', 'in_review', 'needs_info', 'change_requested', 'sent', 'expired'],
    'sent',
  ],
  ['accept', ['customer'], ['sent'], 'accepted'],
  ['reject', ['customer'], ['sent'], 'rejected'],
  ['ask_change', ['customer'], ['sent'], 'change_requested'],
  ['expire', ['time'], ['sent'], 'expired'],
  ['ask_revival', ['customer'], ['expired'], 'change_requested'],
  ['honour', ['staff'], ['expired'], 'sent'],
  [
    'withdraw',
    ['customer'],
    ['requested', 'in_review', 'needs_info', 'change_requested'],
    'withdrawn',
  ],
  ['decline', ['staff'], ['requested', 'in_review', 'needs_info', 'change_requested'], 'declined'],
  ['write', ['customer', 'staff'], [...QUOTE_STATES], 'stays'],
  ['note', ['staff'], [...QUOTE_STATES], 'stays'],
]
const DOERS: Doer[] = ['customer', 'staff', 'time']

test.group('States of a quote', () => {
  test('S9 every arrow of the table is there, and no other', ({ assert }) => {
    assert.deepEqual(
      TABLE.map(([step]) => step),
      [...QUOTE_STEPS]
    )
    let arrows = 0
    for (const [step, doers, from, to] of TABLE) {
      for (const by of DOERS) {
        for (const state of QUOTE_STATES) {
          const leads = doers.includes(by) && from.includes(state)
          const expected = leads ? (to === 'stays' ? state : to) : null
          assert.equal(quoteStateAfter(state, step, by), expected, `${by} ${step} ${state}`)
          if (leads) arrows++
        }
      }
    }
    assert.equal(arrows, 55)
  })

  test('S9 the turn is that of whoever has to do something next', ({ assert }) => {
    assert.deepEqual(
      QUOTE_STATES.filter((state) => turnOf(state) === 'customer'),
      ['needs_info', 'sent']
    )
    assert.deepEqual(
      QUOTE_STATES.filter((state) => turnOf(state) === 'organisation'),
      ['requested', 'in_review', 'change_requested']
    )
  })

  test('S10 an offer is good to the last second of its last day in Madrid')
    .with([
      ['2026-12-09', '2026-12-09T23:00:00Z'],
      ['2027-03-28', '2027-03-28T22:00:00Z'],
      ['2026-10-25', '2026-10-25T23:00:00Z'],
    ] as const)
    .run(({ assert }, [day, end]) => {
      const expiresAt = dayBounds('Europe/Madrid', day).to
      assert.equal(expiresAt, Date.parse(end))
      assert.equal(standsAs({ state: 'sent', expiresAt }, expiresAt - 1000), 'sent')
      assert.equal(standsAs({ state: 'sent', expiresAt }, expiresAt - 1), 'sent')
      assert.equal(standsAs({ state: 'sent', expiresAt }, expiresAt), 'expired')
      assert.equal(standsAs({ state: 'accepted', expiresAt }, expiresAt), 'accepted')
    })
})
