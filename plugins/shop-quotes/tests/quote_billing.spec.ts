import { test } from '@japa/runner'
import { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import { Order } from '#plugins/shop-quotes/models/order'
import { acceptanceOf, anOffer, NOW } from '#plugins/shop-quotes/tests/quotes'
import { BILLED, withTerms } from '#plugins/shop-quotes/tests/shop'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

test.group('Billing data at the acceptance', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('S5 somebody without a profile enters it there, by the fields of a country', async ({
    assert,
  }) => {
    await withTerms('We work well.')
    const offer = await anOffer({ isBilled: false })
    const form = await acceptanceOf(offer)
    assert.deepInclude(form.fields, { billing: 'new', first_name: 'Bea', country: 'ES' })
    const typed = { kind: 'company', country: 'IT', vat_id: '123', method: 'test' }
    const ticks = { agreed: 'on', early: 'on' }
    const shown = await offer.client.submit(form, { ...typed, ...ticks, show: 'fields' })
    assert.equal(shown.status, 200)
    assert.notInclude(shown.text, 'error-summary')
    const again = shown.form('/acceptance')
    assert.deepInclude(again.fields, { ...typed, ...ticks })
    const wrong = await offer.client.submit(again)
    assert.equal(wrong.status, 422)
    for (const field of ['company_name', 'street', 'vat_id', 'region', 'sdi_code']) {
      assert.include(wrong.text, `href="#${field}"`, field)
    }
    const { fields } = wrong.form('/acceptance')
    assert.deepInclude(fields, { ...typed, ...ticks })
    assert.lengthOf(await BillingProfile.all(), 0)
    const person = { ...BILLED, billing: 'new' }
    const first = await offer.client.submit(wrong.form('/acceptance'), person)
    const second = await offer.client.submit(wrong.form('/acceptance'), person)
    assert.equal(first.status, 303)
    assert.equal(second.location, first.location, 'a double click')
    const { billing } = await Order.firstOrFail()
    assert.deepInclude(billing, { street: 'Calle Mayor 4', taxId: '12345678Z', country: 'ES' })
    const profiles = await BillingProfile.all()
    assert.deepEqual(
      profiles.map((one) => [one.userId, one.isDefault, one.billing]),
      [[offer.user.id, true, billing]]
    )
  })

  test('S5 other data are entered beside saved ones, and the error says so in German', async ({
    assert,
  }) => {
    const offer = await anOffer()
    await offer.user.merge({ locale: 'de' }).save()
    const other = { ...BILLED, billing: 'new', city: 'Toledo' }
    const form = await acceptanceOf(offer)
    const wrong = await offer.client.submit(form, { ...other, tax_id: '12345678A' })
    assert.equal(wrong.status, 422)
    assert.include(wrong.text, 'Die Nummer stimmt nicht')
    assert.deepInclude(wrong.form('/acceptance').fields, { ...other, tax_id: '12345678A' })
    await offer.client.submit(wrong.form('/acceptance'), other)
    assert.equal((await Order.firstOrFail()).billing.city, 'Toledo')
    const profiles = await BillingProfile.query().orderBy('id')
    assert.deepEqual(
      profiles.map(({ billing }) => billing.city),
      ['Madrid', 'Toledo']
    )
  })
})
