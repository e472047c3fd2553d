import { test } from '@japa/runner'
import type { PayTask } from '#plugins/shop-quotes/tests/pay_tasks'
import { stripeStub } from '#plugins/shop-quotes/tests/stripe_stub'
import { raceGround } from '#tests/kit/race_ground'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest } from '#tests/kit/servers'

const TASKS = '#plugins/shop-quotes/tests/pay_tasks'
const PROCESSES = 3

test.group('Messages of a provider, in three processes at once', () => {
  test('S11 of three equal messages one settles; of two tabs one, and the other is a task', async ({
    assert,
    cleanup,
  }) => {
    const stub = await stripeStub()
    cleanup(() => stub.close())
    const orders = repetitions('orders that are paid twice', { test: 8, proof: 60 })
    const { crew, count, laidOut, close } = await raceGround<PayTask>(TASKS, {
      ...{ prepare: { kind: 'prepare', orders, stub: stub.url }, processes: PROCESSES },
    })
    cleanup(close)
    assert.deepEqual(laidOut, { orders })
    const tell = { kind: 'tell', times: 1, stub: stub.url } as const
    const answers = await crew.run(Array.from({ length: PROCESSES }, () => tell))
    for (const answer of answers) assert.deepEqual(answer, { taken: orders * 2 })

    const settled = await count(
      `select count(*) as n from shop_quotes_payments where state = 'settled'`
    )
    const steps = await count(
      `select count(*) as n from shop_quotes_entries where deed = 'settled'`
    )
    const tasks = await count(`select count(*) as n from shop_quotes_tasks where kind = 'overpaid'`)
    const kept = await count('select count(*) as n from shop_quotes_provider_events')
    const sum = await count('select sum(paid_minor) as n from shop_quotes_orders')
    console.log(
      `      ${engineUnderTest()}, ${orders} orders in two tabs, ${orders * 2 * PROCESSES} messages: ${kept} kept, ${settled} payments, ${steps} orders settled, ${tasks} tasks`
    )
    const found = { settled, steps, tasks, kept, sum }
    const expected = { settled: orders * 2, steps: orders, tasks: orders, kept: orders * 2 }
    assert.deepEqual(found, { ...expected, sum: orders * 10_000 })
  }).timeout(300_000)
})
