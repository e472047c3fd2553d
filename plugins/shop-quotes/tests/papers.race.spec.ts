import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { NOW } from '#plugins/shop-quotes/tests/ordered'
import type { PapersTask } from '#plugins/shop-quotes/tests/papers_race_tasks'
import { raceGround, summed, type RaceGround } from '#tests/kit/race_ground'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest } from '#tests/kit/servers'

const PROCESSES = 4
const at = Date.parse(NOW)

/** Every order and receipt by its number, in the order of their ids. */
const NUMBERS = {
  orders: `select number from shop_quotes_orders order by number`,
  receipts: `select number from shop_quotes_documents where series = 'R' order by number`,
}
const VIOLATIONS = {
  'an order that is paid has no receipt, or one that is not paid has one': `
    select o.id from shop_quotes_orders o
    left join shop_quotes_documents d on d.order_id = o.id and d.kind = 'receipt'
    where (o.state = 'paid') <> (d.id is not null)`,
  'dates of a series go back': `
    select one.id from shop_quotes_documents one join shop_quotes_documents other
    on other.series = one.series and other.nth > one.nth and other.issued_on < one.issued_on`,
  'a number was drawn and given to nobody': `
    select key from numbering_sequences where
    (key = 'shop-quotes.R:2027' and value <> (select count(*) from shop_quotes_documents)) or
    (key = 'shop-quotes.O:2027' and value <> (select count(*) from shop_quotes_orders))`,
}

test.group('Numbers of orders and receipts in several processes', (group) => {
  let ground: RaceGround<PapersTask>

  group.setup(async () => {
    ground = await raceGround<PapersTask>('#plugins/shop-quotes/tests/papers_race_tasks', {
      ...{ prepare: { kind: 'prepare', at }, processes: PROCESSES },
    })
    return () => ground.close()
  })

  const numbersOf = async (series: keyof typeof NUMBERS) =>
    (await ground.rows.query<{ number: string }>(NUMBERS[series])).map(({ number }) => number)

  const expected = (letter: string, count: number) =>
    Array.from({ length: count }, (_, nth) => `${letter}-2027-${String(nth + 1).padStart(5, '0')}`)

  test('S11 parallel issues give consecutive numbers without a gap, also after kill -9', async ({
    assert,
  }) => {
    const orders = repetitions('orders paid in four processes', { test: 60, proof: 200 })
    const kills = repetitions('processes killed while they issue receipts', { test: 1, proof: 5 })
    const task = { kind: 'sell', orders: orders / PROCESSES, at } as const
    const sell = async () => summed(await ground.crew.run(Array(PROCESSES).fill(task)))
    assert.deepEqual(await sell(), { paid: orders })
    for (let nth = 0; nth < kills; nth++) {
      const victim = await ground.crew.start()
      victim.child.send({ ...task, orders: 10_000 })
      const before = (await numbersOf('receipts')).length
      while ((await numbersOf('receipts')).length < before + 3) await wait(10)
      await wait(7 * nth)
      await victim.kill9()
    }
    assert.deepEqual(await sell(), { paid: orders })
    const [placed, receipts] = [await numbersOf('orders'), await numbersOf('receipts')]
    console.log(
      `      ${engineUnderTest()}: ${placed.length} orders, ${receipts.length} receipts, ${kills} killed`
    )
    assert.isAtLeast(receipts.length, 2 * orders)
    assert.deepEqual(placed, expected('O', placed.length))
    assert.deepEqual(receipts, expected('R', receipts.length))
    for (const [what, sql] of Object.entries(VIOLATIONS)) {
      assert.isEmpty(await ground.rows.query(sql), what)
    }
  }).timeout(300_000)
})
