import { test } from '@japa/runner'
import { formFor } from '#core/forms'
import { LOCALES } from '#core/organisation'
import { setting } from '#core/settings'
import { catalogueDemo } from '#plugins/shop-quotes/database/demo/catalogue'
import { Category } from '#plugins/shop-quotes/models/category'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { sellerTaxId } from '#plugins/shop-quotes/settings'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

test.group('Demo of the catalogue', (group) => {
  group.each.setup(() => freshDatabase())

  test('S1 is whole in every language, and loads once', async ({ assert }) => {
    await catalogueDemo()
    await catalogueDemo()
    const [categories, services] = [await Category.all(), await ShopService.all()]
    assert.lengthOf(categories, 5)
    assert.lengthOf(services, 9)
    assert.lengthOf(
      services.filter(({ priceMode }) => priceMode === 'quote'),
      3
    )
    const texts = [
      ...categories.map(({ name }) => name),
      ...services.flatMap(({ name, summary, description }) => [name, summary, description]),
    ]
    for (const text of texts) assert.sameMembers(Object.keys(text!), [...LOCALES])
  })

  test('S2 its forms ask for a file, a choice and a day', async ({ assert }) => {
    await catalogueDemo()
    const services = await ShopService.query().whereNotNull('formId')
    const forms = await Promise.all(services.map(({ formId }) => formFor(formId!)))
    const kinds = new Set(forms.flatMap((form) => form!.fields.map(({ kind }) => kind)))
    for (const kind of ['file', 'choice', 'date'] as const) assert.isTrue(kinds.has(kind), kind)
  })

  test('every service of it has a page', async ({ assert }) => {
    await catalogueDemo()
    for (const { slug } of await ShopService.all()) {
      const page = await visitor({ language: 'de' }).get(`/shop/services/${slug}`)
      assert.equal(page.status, 200, slug)
      assert.include(page.text, `/shop/services/${slug}/form`)
    }
    assert.equal(await setting(sellerTaxId), 'ESB12345674')
    const { text } = await visitor({ language: 'de' }).get('/shop/services/progressive-glasses')
    const [, src, alt] = /<img src="(\/shop\/pictures\/[^"]*)" alt="([^"]*)"/.exec(text)!
    assert.equal(alt, 'Eine Brille auf einem Tisch')
    const picture = await visitor().get(src)
    assert.equal(picture.headers.get('content-type'), 'image/png')
    assert.equal(picture.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  })
})
