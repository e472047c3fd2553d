import { test } from '@japa/runner'
import { createCustomer } from '#core/customers'
import { SYSTEM, transaction } from '#core/platform'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { rome } from '#tests/scheduling/planner'
import { anOffer, easyCaptcha, NOW, Visit } from '#plugins/booking/tests/visit'

const NINE = rome('2027-01-19 09:00')

test.group('Details of a signed-in customer', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  async function chosen(client: HttpClient) {
    const visit = new Visit(client, await anOffer())
    const page = await client.get('/account/profile')
    const { _csrf } = page.form('/account/profile').fields
    const token = { _csrf: String(_csrf) }
    const chose = await visit.choose(NINE, token)
    if (chose.status !== 303) throw new Error(`Choosing answered ${chose.status}`)
    return { visit, token }
  }

  test('B8 the form starts with the account, or with the record of the person', async ({
    assert,
  }) => {
    const user = await someCustomer({ firstName: 'Zora', lastName: 'Lindqvist' })
    const { visit } = await chosen(await signedIn(user))
    const first = await visit.client.get(visit.draft())
    for (const word of ['Zora', 'Lindqvist', user.email]) assert.include(first.text, `="${word}"`)

    const person = { firstName: 'Zora', lastName: 'Ekholm', email: 'z@example.org' }
    await transaction((trx) =>
      createCustomer(trx, {
        ...person,
        phone: '050 12345',
        locale: 'en',
        userId: user.id,
        actor: SYSTEM,
      })
    )
    const second = await visit.client.get(visit.draft())
    for (const word of ['Ekholm', 'z@example.org', '050 12345']) {
      assert.include(second.text, `="${word}"`)
    }
  })

  test('B8 what was typed wins, empty fields too', async ({ assert }) => {
    const user = await someCustomer({ firstName: 'Zora' })
    const { visit, token } = await chosen(await signedIn(user))
    const nothing = { ...token, first_name: '', last_name: '', email: '' }
    const refused = await visit.enter(nothing)
    assert.equal(refused.status, 422)
    assert.notInclude(refused.text, 'value="Zora"')
    await visit.enter({ ...token, first_name: 'Bea' })
    const { text } = await visit.client.get(visit.draft())
    assert.include(text, 'value="Bea"')
    assert.notInclude(text, 'value="Zora"')
  })

  test('staff are no customers: their form starts empty', async ({ assert }) => {
    const staff = await someStaff({ role: 'desk', firstName: 'Quirina' })
    const { visit } = await chosen(await signedIn(staff))
    assert.notInclude((await visit.client.get(visit.draft())).text, 'value="Quirina"')
  })
})
