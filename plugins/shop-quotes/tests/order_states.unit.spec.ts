import { test } from '@japa/runner'
import {
  isOpenOrder,
  ORDER_STATES,
  ORDER_STEPS,
  orderStateAfter,
  type Doer,
  type OrderState,
  type OrderStep,
} from '#plugins/shop-quotes/domain/order_states'
import { WRITTEN } from '#plugins/shop-quotes/tests/order_model'

const DOERS: Doer[] = ['customer', 'staff', 'provider', 'time']

const written = (state: OrderState, step: OrderStep, by: Doer) =>
  WRITTEN.find(([name, doer, from]) => name === step && doer === by && from === state)?.[3] ?? null

test.group('Steps of an order (docs/domain/orders-and-quotes.md)', () => {
  for (const step of ORDER_STEPS) {
    test(`S12 ${step} is taken by those and from where the table says, and by nobody else`, ({
      assert,
    }) => {
      for (const state of ORDER_STATES) {
        for (const by of DOERS) {
          const after = orderStateAfter(state, step, by)
          assert.equal(after, written(state, step, by), `${by}: ${state}`)
        }
      }
    })
  }

  test('every state but the first can be reached; what is over can be honoured or withdrawn from', ({
    assert,
  }) => {
    const reached = new Set(WRITTEN.map(([, , , to]) => to))
    assert.deepEqual(
      ORDER_STATES.filter((state) => !reached.has(state)),
      []
    )
    const leaving = WRITTEN.filter(([, , from, to]) => !isOpenOrder(from) && from !== to)
    assert.deepEqual(leaving, [
      ['honour', 'staff', 'expired', 'paid'],
      ['withdraw', 'customer', 'completed', 'withdrawal_requested'],
    ])
  })
})
