import { test } from '@japa/runner'
import { byCustomer, Customer } from '#core/customers'
import { clock, randomId } from '#core/platform'
import { freshDatabase } from '#tests/kit/database'

const FIRST = 1000
const BRANDTS = 501
/** SQLite takes no more rows in one statement. */
const BATCH = 400

async function people(): Promise<void> {
  const shared = { locale: 'en', created_at: clock.now(), updated_at: clock.now(), version: 1 }
  const named = (count: number, first: string, last: string) =>
    Array.from({ length: count }, (_, i) => ({
      ...{ ...shared, public_id: randomId(), first_name: first, last_name: `${last}${i}` },
      search: ` ${first} ${last}${i}`.toLowerCase(),
    }))
  const rows = [...named(FIRST, 'Bruno', 'Vale'), ...named(BRANDTS, 'Ada', 'Brandt')]
  const { client } = Customer.query()
  for (let at = 0; at < rows.length; at += BATCH) {
    await client.table('customers_customers').multiInsert(rows.slice(at, at + BATCH))
  }
}

const found = async (term: string) => {
  const matching = await byCustomer(term, 'people.id')
  const query = Customer.query()
    .from('customers_customers as people')
    .where((any) => matching(any as never))
  return { sql: query.toSQL().sql, count: (await query).length }
}

test.group('Lists of what customers have', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => people())

  test('name the few customers that a word finds, in lists of few lengths', async ({ assert }) => {
    const one = await found('brandt500')
    assert.match(one.sql, /in \((\?|\$1)\)/)
    assert.equal(one.count, 1)
    const eleven = await found('Brandt49')
    assert.lengthOf(eleven.sql.match(/[?$]\d*/g)!, 16)
    assert.equal(eleven.count, 11)
  })

  test('look at each row where a word finds more than five hundred', async ({ assert }) => {
    const all = await found('ADA')
    assert.match(all.sql, /exists/)
    assert.equal(all.count, BRANDTS)
  })

  test('and where it finds many of the first thousand', async ({ assert }) => {
    const tenth = await found('Vale9')
    assert.match(tenth.sql, /exists/)
    assert.equal(tenth.count, 111)
    const hundredth = await found('Vale99')
    assert.notMatch(hundredth.sql, /exists/)
    assert.equal(hundredth.count, 11)
  })

  test('find nothing where a word finds nobody', async ({ assert }) => {
    assert.equal((await found('nobody')).count, 0)
    assert.equal((await found('%')).count, 0)
  })
})
