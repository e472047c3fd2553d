import { test } from '@japa/runner'
import type { QuoteRaceTask } from '#plugins/shop-quotes/tests/quote_race_tasks'
import { NOW } from '#plugins/shop-quotes/tests/quotes'
import { raceGround } from '#tests/kit/race_ground'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest } from '#tests/kit/servers'

const TASKS = '#plugins/shop-quotes/tests/quote_race_tasks'
const PROCESSES = 4
/** Of each process, so that 20 meet at each quote. */
const TIMES = 5

test.group('One quote accepted 20 times at once, in four processes', () => {
  test('S10 makes one order, and everybody gets that one', async ({ assert, cleanup }) => {
    const at = Date.parse(NOW)
    const quotes = repetitions('quotes accepted by 20 at once', { test: 5, proof: 50 })
    const { crew, count, laidOut, close } = await raceGround<QuoteRaceTask>(TASKS, {
      ...{ prepare: { kind: 'prepare', quotes, at }, processes: PROCESSES },
    })
    cleanup(close)
    assert.deepEqual(laidOut, { quotes })
    const accept = { kind: 'accept', times: TIMES, at } as const
    const answers = await crew.run(Array.from({ length: PROCESSES }, () => accept))
    for (const answer of answers) assert.deepEqual(answer, { ordered: quotes * TIMES })

    const orders = await count('select count(*) as n from shop_quotes_orders')
    const accepted = await count(
      `select count(*) as n from shop_quotes_entries where deed = 'accepted'`
    )
    const mails = await count(
      `select count(*) as n from messaging_mails where template = 'shop-quotes.order_placed'`
    )
    console.log(
      `      ${engineUnderTest()}, ${quotes} quotes accepted ${quotes * TIMES * PROCESSES} times: ${orders} orders, ${accepted} entries, ${mails} mails`
    )
    assert.deepEqual([orders, accepted, mails], [quotes, quotes, quotes])
  }).timeout(180_000)
})
