import { test } from '@japa/runner'
import { ORDER_STATES } from '#plugins/shop-quotes/domain/order_states'
import { releasedMinor, withdrawalRefusal } from '#plugins/shop-quotes/domain/withdrawal'

const ORDER = { state: 'paid', buyer: 'person', isOver: false, startedEarly: false } as const
const LINES = [{ withdrawalClass: 'full' }, { withdrawalClass: 'none' }] as const

test.group('Withdrawing from an order', () => {
  test('a consumer withdraws within the days, until what they had asked for is done', ({
    assert,
  }) => {
    const refusals = Object.fromEntries(
      ORDER_STATES.map((state) => [state, withdrawalRefusal({ ...ORDER, state }, LINES)])
    )
    assert.deepEqual(refusals, {
      ...{ placed: null, paid: null, in_progress: null, completed: null },
      ...{ expired: 'ended', cancelled: 'ended' },
      ...{ withdrawal_requested: 'withdrawn', withdrawn: 'withdrawn' },
    })
    const done = { ...ORDER, state: 'completed', startedEarly: true } as const
    assert.equal(withdrawalRefusal(done, LINES), 'done')
  })

  test('companies, late ones and exempt services are told why not', ({ assert }) => {
    assert.equal(withdrawalRefusal({ ...ORDER, buyer: 'company' }, LINES), 'company')
    assert.equal(withdrawalRefusal({ ...ORDER, isOver: true }, LINES), 'over')
    assert.equal(withdrawalRefusal(ORDER, [{ withdrawalClass: 'none' }]), 'exempt')
  })

  test('what had begun at the customer’s wish is paid for as far as it was done', ({ assert }) => {
    const lines = [
      { withdrawalClass: 'full', grossMinor: 3660 },
      { withdrawalClass: 'begun', grossMinor: 9999 },
    ] as const
    const early = { startedEarly: true, performedBp: 3333 }
    // 33.33 % of 99.99 is 33.326667: 33.32 stays owed.
    assert.equal(releasedMinor(lines, early), 3660 + 9999 - 3332)
    assert.equal(releasedMinor(lines, { ...early, startedEarly: false }), 3660 + 9999)
    assert.equal(releasedMinor(lines, { ...early, performedBp: 0 }), 3660 + 9999)
    assert.equal(releasedMinor(lines, { ...early, performedBp: 10_000 }), 3660)
  })
})
