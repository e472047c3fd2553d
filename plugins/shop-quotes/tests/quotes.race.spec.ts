import { join } from 'node:path'
import { test } from '@japa/runner'
import type { QuoteRaceAnswer, QuoteRaceTask } from '#plugins/shop-quotes/tests/quote_race_process'
import { NOW } from '#plugins/shop-quotes/tests/quotes'
import { freshPostgres, temporaryFolder } from '#tests/kit/environment'
import { Crew } from '#tests/kit/processes'
import { repetitions } from '#tests/kit/repetitions'
import { openRows } from '#tests/kit/rows'
import { engineUnderTest } from '#tests/kit/servers'

const PROCESSES = 4
/** Of each process, so that 20 meet at each quote. */
const TIMES = 5

test.group('One quote accepted 20 times at once, in four processes', () => {
  test('S10 makes one order, and everybody gets that one', async ({ assert, cleanup }) => {
    const folder = temporaryFolder('quotes')
    const server = process.env.TEST_DATABASE_URL
    const postgres = server ? await freshPostgres(server, 'quotes') : null
    const crew = new Crew<QuoteRaceTask, QuoteRaceAnswer>(
      'plugins/shop-quotes/tests/quote_race_process.ts',
      { DATA_DIR: folder, DATABASE_URL: postgres?.url }
    )
    cleanup(async () => {
      await crew.end()
      await postgres?.drop()
    })
    const at = Date.parse(NOW)
    const quotes = repetitions('quotes accepted by 20 at once', { test: 5, proof: 50 })
    await crew.grow(1)
    assert.deepEqual(await crew.run([{ kind: 'prepare', quotes, at }]), [{ quotes }])
    await crew.grow(PROCESSES)
    const accept = { kind: 'accept', times: TIMES, at } as const
    const answers = await crew.run(Array.from({ length: PROCESSES }, () => accept))
    for (const answer of answers) assert.deepEqual(answer, { ordered: quotes * TIMES })

    const file = join(folder, 'database', 'sportello.sqlite3')
    const rows = await openRows(postgres ? { url: postgres.url } : { file })
    const count = async (sql: string) => Number((await rows.query<{ n: number }>(sql))[0].n)
    const orders = await count('select count(*) as n from shop_quotes_orders')
    const accepted = await count(
      `select count(*) as n from shop_quotes_entries where deed = 'accepted'`
    )
    const mails = await count(
      `select count(*) as n from messaging_mails where template = 'shop-quotes.order_placed'`
    )
    await rows.close()
    console.log(
      `      ${engineUnderTest()}, ${quotes} quotes accepted ${quotes * TIMES * PROCESSES} times: ${orders} orders, ${accepted} entries, ${mails} mails`
    )
    assert.deepEqual([orders, accepted, mails], [quotes, quotes, quotes])
  }).timeout(180_000)
})
