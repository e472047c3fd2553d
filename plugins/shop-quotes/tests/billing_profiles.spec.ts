import { test } from '@japa/runner'
import { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import { aShop, BILLED, NOW } from '#plugins/shop-quotes/tests/shop'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'

const BILLING = '/account/shop-quotes/billing'

async function adds(client: HttpClient, fields: Record<string, string> = {}) {
  const form = (await client.get(`${BILLING}/new`)).form('/billing')
  return client.submit(form, { ...BILLED, ...fields })
}

const profilesNow = async () =>
  (await BillingProfile.query().orderBy('id')).map(
    ({ billing, isDefault }) => `${billing.city}${isDefault ? ' first' : ''}`
  )

test.group('Billing data', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => aShop())
  frozenAt(group, NOW)

  test('S12 several are kept, one is offered first, and there is always one', async ({
    assert,
  }) => {
    const client = await signedIn(await someCustomer())
    assert.include((await client.get(BILLING)).text, 'You have no billing data yet.')
    await adds(client)
    await adds(client, { city: 'Toledo' })
    await adds(client)
    assert.deepEqual(await profilesNow(), ['Madrid first', 'Toledo'], 'the same is kept once')
    const page = await client.get(BILLING)
    await client.submit(page.form('/default'))
    assert.deepEqual(await profilesNow(), ['Madrid', 'Toledo first'])
    const { publicId } = await BillingProfile.query().orderBy('id', 'desc').firstOrFail()
    const removal = await client.get(`${BILLING}/${publicId}/removal`)
    assert.include(removal.text, 'Toledo')
    await client.submit(removal.form('/removal'))
    assert.deepEqual(await profilesNow(), ['Madrid first'])
  })

  test('S12 they are changed; of two windows the slower keeps what it typed', async ({
    assert,
  }) => {
    const client = await signedIn(await someCustomer())
    await adds(client)
    const { publicId } = await BillingProfile.firstOrFail()
    const form = (await client.get(`${BILLING}/${publicId}`)).form(publicId)
    assert.equal(form.fields.city, 'Madrid')
    assert.equal((await client.submit(form, { city: 'Toledo' })).location, BILLING)
    const late = await client.submit(form, { city: 'Segovia' })
    assert.equal(late.status, 409)
    assert.include(late.text, 'value="Segovia"')
    assert.equal((await client.submit(late.form(publicId))).location, BILLING)
    assert.deepEqual(await profilesNow(), ['Segovia first'])
    const wrong = await client.submit(form, { tax_id: '12345678A' })
    assert.equal(wrong.status, 422)
    assert.include(wrong.text, 'The number is not right: check each digit.')
  })

  test('hostile texts stay text, and nothing but the fields is kept', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    const street = '"><script>alert(1)</script>{{ 7*7 }}'
    await adds(client, { street, is_default: '0', user_id: '1', publicId: 'x', vat_id: 'ESX' })
    const { text } = await client.get(BILLING)
    assert.notInclude(text, '<script>alert')
    assert.include(text, '&lt;script&gt;alert(1)')
    const [{ billing, isDefault }] = await BillingProfile.all()
    assert.deepEqual([billing.street, billing.vatId, isDefault], [street, null, true])
  })

  test('nobody sees, changes or removes those of somebody else', async ({ assert }) => {
    const owner = await signedIn(await someCustomer())
    await adds(owner)
    const { publicId, id } = await BillingProfile.firstOrFail()
    const other = await signedIn(await someCustomer())
    const { _csrf } = (await other.get('/account')).form('/sign-out').fields
    for (const name of [publicId, String(id), 'x'.repeat(22)]) {
      const path = `${BILLING}/${name}`
      assert.equal((await other.get(path)).status, 404)
      assert.equal((await other.get(`${path}/removal`)).status, 404)
      for (const to of [path, `${path}/default`, `${path}/removal`]) {
        const fields = { ...BILLED, _csrf: String(_csrf), version: '1' }
        assert.equal((await other.post(to, fields)).status, 404)
      }
    }
    assert.deepEqual(await profilesNow(), ['Madrid first'])
  })

  test('no more than twenty are kept', async ({ assert }) => {
    const user = await someCustomer()
    const client = await signedIn(user)
    await adds(client)
    const { billing } = await BillingProfile.firstOrFail()
    const more = Array.from({ length: 19 }, () => ({ userId: user.id, billing }))
    await BillingProfile.createMany(more)
    const refused = await adds(client, { city: 'Segovia' })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'You have kept too many billing data.')
    assert.lengthOf(await BillingProfile.all(), 20)
  })
})
