import { test } from '@japa/runner'
import { checkNumbers } from '#plugins/shop-quotes/actions/check_numbers'
import { catalogueDemo } from '#plugins/shop-quotes/database/demo/catalogue'
import { ordersDemo } from '#plugins/shop-quotes/database/demo/orders'
import { Document } from '#plugins/shop-quotes/models/document'
import { Order } from '#plugins/shop-quotes/models/order'
import { NOW } from '#plugins/shop-quotes/tests/ordered'
import { someStaff } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'

test.group('Orders of the demo', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('show every state of work and money, and number without a gap', async ({ assert }) => {
    await aLocation()
    await someStaff({ role: 'owner' })
    await catalogueDemo()
    await ordersDemo()
    await ordersDemo()
    const orders = await Order.query().orderBy('id')
    assert.deepEqual(
      orders.map(({ state, paymentState }) => `${state} ${paymentState}`),
      [
        ...['expired paid', 'completed paid', 'cancelled refunded', 'in_progress paid'],
        ...['paid overpaid', 'paid paid', 'placed due', 'placed due'],
      ]
    )
    const kinds = (await Document.query().orderBy('id')).map(({ kind }) => kind)
    assert.lengthOf(kinds, 6)
    assert.include(kinds, 'credit_note')
    assert.deepEqual(await checkNumbers(), [])
  })
})
