import { join } from 'node:path'
import { test } from '@japa/runner'
import type { PayAnswer, PayTask } from '#plugins/shop-quotes/tests/pay_process'
import { stripeStub } from '#plugins/shop-quotes/tests/stripe_stub'
import { freshPostgres, temporaryFolder } from '#tests/kit/environment'
import { Crew } from '#tests/kit/processes'
import { repetitions } from '#tests/kit/repetitions'
import { openRows } from '#tests/kit/rows'
import { engineUnderTest } from '#tests/kit/servers'

const PROCESSES = 3

/** A database of its own, and processes that meet in it. */
async function ground() {
  const folder = temporaryFolder('payments')
  const server = process.env.TEST_DATABASE_URL
  const postgres = server ? await freshPostgres(server, 'payments') : null
  const crew = new Crew<PayTask, PayAnswer>('plugins/shop-quotes/tests/pay_process.ts', {
    ...{ DATA_DIR: folder, DATABASE_URL: postgres?.url },
  })
  await crew.grow(1)
  const file = join(folder, 'database', 'sportello.sqlite3')
  const open = () => openRows(postgres ? { url: postgres.url } : { file })
  return { crew, open, drop: async () => postgres?.drop() }
}

test.group('Messages of a provider, in three processes at once', () => {
  test('S11 of three equal messages one settles; of two tabs one, and the other is a task', async ({
    assert,
    cleanup,
  }) => {
    const stub = await stripeStub()
    const { crew, open, drop } = await ground()
    cleanup(async () => {
      await crew.end()
      await drop()
      await stub.close()
    })
    const orders = repetitions('orders that are paid twice', { test: 8, proof: 60 })
    const [prepared] = await crew.run([{ kind: 'prepare', orders, stub: stub.url }])
    assert.deepEqual(prepared, { orders })
    await crew.grow(PROCESSES)
    const tell = { kind: 'tell', times: 1, stub: stub.url } as const
    const answers = await crew.run(Array.from({ length: PROCESSES }, () => tell))
    for (const answer of answers) assert.deepEqual(answer, { taken: orders * 2 })

    const rows = await open()
    const count = async (sql: string) => Number((await rows.query<{ n: number }>(sql))[0].n)
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
    await rows.close()
  }).timeout(300_000)
})
