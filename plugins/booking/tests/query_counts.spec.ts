import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import { anOffer, easyCaptcha, NOW, pathOf, Visit } from '#plugins/booking/tests/visit'

const NINE = rome('2027-01-19 09:00')
const MOST = 6

/** Statements of one visit, once caches are warm; transactions are not counted. */
async function statementsOf(path: string): Promise<string[]> {
  const client = visitor()
  await client.get(path)
  const statements: string[] = []
  const note = ({ sql }: { sql: string }) => {
    if (!/^(begin|commit|savepoint|release|rollback)/i.test(sql)) statements.push(sql)
  }
  const knex = db.manager.get(db.primaryConnectionName)!.connection!.client!
  knex.on('query', note)
  const answer = await client.get(path)
  knex.off('query', note)
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return statements
}

test.group('Statements of public pages', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  test('the statements of a page do not grow with what is booked', async ({ assert }) => {
    const offer = await anOffer({ units: 4 })
    await anOffer()
    const visit = new Visit(visitor(), offer)
    await visit.choose(NINE)
    await visit.enter()
    const other = new Visit(visitor(), offer)
    const manage = await other.book(rome('2027-01-20 09:00'))
    const pages = [
      '/booking',
      pathOf(offer),
      `${pathOf(offer)}?draft=${visit.token}`,
      `${pathOf(offer)}/week`,
      visit.draft(),
      visit.draft('/confirmation'),
      manage,
      `${manage}/cancellation`,
      `${manage}/move`,
    ]
    const counts: Record<string, number> = {}
    for (const page of pages) {
      const statements = await statementsOf(page)
      counts[page.replace(/[\w-]{43}/, ':token')] = statements.length
      if (process.env.SHOW_SQL) console.log(page, statements.map((sql) => `\n   ${sql}`).join(''))
    }
    console.log(counts)
    assert.isAbove(Math.min(...Object.values(counts)), 0)
    assert.isAtMost(Math.max(...Object.values(counts)), MOST)
  })
})
