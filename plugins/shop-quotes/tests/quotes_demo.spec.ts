import { test } from '@japa/runner'
import { createCustomer } from '#core/customers'
import { SYSTEM, transaction } from '#core/platform'
import { quotesDemo } from '#plugins/shop-quotes/database/demo/quotes'
import { Quote } from '#plugins/shop-quotes/models/quote'
import { aQuotedService, NOW } from '#plugins/shop-quotes/tests/quotes'
import { someCustomer, someStaff } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'

test.group('The demo of quotes', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('S9 has one that is new, one with a question and one with an offer, once', async ({
    assert,
  }) => {
    await quotesDemo()
    assert.lengthOf(await Quote.all(), 0)
    await aLocation({ zone: 'Europe/Madrid' })
    await aQuotedService()
    await someStaff()
    const { id: userId } = await someCustomer()
    const person = { firstName: 'Bea', lastName: 'Nowhere', email: 'bea@example.org', userId }
    await transaction((trx) => createCustomer(trx, { ...person, locale: 'es', actor: SYSTEM }))
    await quotesDemo()
    await quotesDemo()
    const quotes = await Quote.query().orderBy('id')
    assert.deepEqual(
      quotes.map(({ state }) => state),
      ['requested', 'needs_info', 'sent']
    )
  })
})
