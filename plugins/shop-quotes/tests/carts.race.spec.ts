import { join } from 'node:path'
import { test } from '@japa/runner'
import type { CartAnswer, CartTask } from '#plugins/shop-quotes/tests/carts_race_process'
import { NOW } from '#plugins/shop-quotes/tests/shop'
import { freshPostgres, temporaryFolder } from '#tests/kit/environment'
import { Crew } from '#tests/kit/processes'
import { repetitions } from '#tests/kit/repetitions'
import { openRows, type Rows } from '#tests/kit/rows'
import { engineUnderTest } from '#tests/kit/servers'

const PROCESSES = 4
const at = Date.parse(NOW)

const sumOf = (answers: CartAnswer[]): CartAnswer => {
  const sum: CartAnswer = {}
  for (const answer of answers) {
    for (const [outcome, n] of Object.entries(answer)) sum[outcome] = (sum[outcome] ?? 0) + n
  }
  return sum
}

test.group('One cart in many windows, in four processes', (group) => {
  let crew: Crew<CartTask, CartAnswer>
  let rows: Rows

  group.setup(async () => {
    const folder = temporaryFolder('carts')
    const server = process.env.TEST_DATABASE_URL
    const postgres = server ? await freshPostgres(server, 'carts') : null
    crew = new Crew('plugins/shop-quotes/tests/carts_race_process.ts', {
      ...{ DATA_DIR: folder, DATABASE_URL: postgres?.url },
    })
    await crew.grow(1)
    await crew.run([{ kind: 'prepare', at }])
    await crew.grow(PROCESSES)
    const file = join(folder, 'database', 'sportello.sqlite3')
    rows = await openRows(postgres ? { url: postgres.url } : { file })
    return async () => {
      await crew.end()
      await rows.close()
      await postgres?.drop()
    }
  })

  const count = async (sql: string) => Number((await rows.query<{ n: number }>(sql))[0].n)

  test('S4 what tabs add while others turn it over is never lost', async ({ assert }) => {
    const lines = repetitions('lines that tabs add to one cart', { test: 120, proof: 1200 })
    const task = { kind: 'add', times: lines / PROCESSES, at } as const
    const told = sumOf(await crew.run(Array.from({ length: PROCESSES }, () => task)))
    const kept = await count('select sum(quantity) as n from shop_quotes_cart_lines')
    const carts = await count('select count(*) as n from shop_quotes_carts')
    console.log(`      ${engineUnderTest()}, ${lines} added: ${kept} kept in ${carts} carts`)
    assert.deepEqual(told, { line: lines })
    assert.equal(kept, lines)
    assert.isAtMost(carts, 2)
  }).timeout(300_000)

  test('S5 "complete" in twenty windows makes one order', async ({ assert }) => {
    const task = { kind: 'place', times: 5, at } as const
    const told = sumOf(await crew.run(Array.from({ length: PROCESSES }, () => task)))
    const orders = await count('select count(*) as n from shop_quotes_orders')
    const written = Object.entries(told).map(([outcome, n]) => `${n} ${outcome}`)
    console.log(`      ${engineUnderTest()}, 20 in parallel: ${written.join(', ')}`)
    assert.equal(orders, 1)
    assert.equal(told.new, 1)
    assert.equal((told.same ?? 0) + (told.changed ?? 0) + (told.not_ready ?? 0), 19)
    const numbered = await count(
      `select count(*) as n from messaging_mails where template = 'shop-quotes.order_placed'`
    )
    assert.equal(numbered, 1)
  }).timeout(300_000)
})
