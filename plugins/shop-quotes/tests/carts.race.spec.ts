import { test } from '@japa/runner'
import type { CartTask } from '#plugins/shop-quotes/tests/carts_race_tasks'
import { NOW } from '#plugins/shop-quotes/tests/shop'
import { raceGround, summed, type RaceGround } from '#tests/kit/race_ground'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest } from '#tests/kit/servers'

const PROCESSES = 4
const at = Date.parse(NOW)

test.group('One cart in many windows, in four processes', (group) => {
  let ground: RaceGround<CartTask>

  group.setup(async () => {
    ground = await raceGround<CartTask>('#plugins/shop-quotes/tests/carts_race_tasks', {
      ...{ prepare: { kind: 'prepare', at }, processes: PROCESSES },
    })
    return () => ground.close()
  })

  test('S4 what tabs add while others turn it over is never lost', async ({ assert }) => {
    const lines = repetitions('lines that tabs add to one cart', { test: 120, proof: 1200 })
    const task = { kind: 'add', times: lines / PROCESSES, at } as const
    const told = summed(await ground.crew.run(Array.from({ length: PROCESSES }, () => task)))
    const kept = await ground.count('select sum(quantity) as n from shop_quotes_cart_lines')
    const carts = await ground.count('select count(*) as n from shop_quotes_carts')
    console.log(`      ${engineUnderTest()}, ${lines} added: ${kept} kept in ${carts} carts`)
    assert.deepEqual(told, { line: lines })
    assert.equal(kept, lines)
    assert.isAtMost(carts, 2)
  }).timeout(300_000)

  test('S5 "complete" in twenty windows makes one order', async ({ assert }) => {
    const task = { kind: 'place', times: 5, at } as const
    const told = summed(await ground.crew.run(Array.from({ length: PROCESSES }, () => task)))
    const orders = await ground.count('select count(*) as n from shop_quotes_orders')
    const written = Object.entries(told).map(([outcome, n]) => `${n} ${outcome}`)
    console.log(`      ${engineUnderTest()}, 20 in parallel: ${written.join(', ')}`)
    assert.equal(orders, 1)
    assert.equal(told.new, 1)
    assert.equal((told.same ?? 0) + (told.changed ?? 0) + (told.not_ready ?? 0), 19)
    const numbered = await ground.count(
      `select count(*) as n from messaging_mails where template = 'shop-quotes.order_placed'`
    )
    assert.equal(numbered, 1)
  }).timeout(300_000)
})
