import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { filesOf } from '#core/files'
import { SYSTEM, transaction } from '#core/platform'
import { saveSetting } from '#core/settings'
import { servicePictures } from '#plugins/shop-quotes/files'
import { Category } from '#plugins/shop-quotes/models/category'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { currency } from '#plugins/shop-quotes/settings'
import { aCategory, aService } from '#plugins/shop-quotes/tests/catalogue'
import { atDesk, HOSTILE, isClean, save, statements } from '#tests/admin/desk'
import { aPng } from '#tests/files/pictures'
import { standStill } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation } from '#tests/scheduling/planner'

const CATEGORIES = '/admin/shop-quotes/categories'
const SERVICES = '/admin/shop-quotes/services'

/** Runs an action that asks first, and reads the page that follows. */
async function agree(desk: HttpClient, path: string) {
  return desk.follow(await desk.submit((await desk.get(path)).form(path)))
}

test.group('Categories in the panel', (group) => {
  group.each.setup(() => freshDatabase())

  test('S1 make a tree, in which none lies in itself', async ({ assert }) => {
    const desk = await atDesk('manager')
    const top = await aCategory()
    const create = `${CATEGORIES}/create?parentId=${top.id}`
    const fields = { 'name[en]': HOSTILE, 'name[es]': 'Lentes', slug: 'lenses' }
    assert.equal((await save(desk, create, fields)).status, 303)
    const below = await Category.findByOrFail('slug', 'lenses')
    assert.equal(below.parentId, top.id)
    for (const page of [CATEGORIES, `${CATEGORIES}/${below.id}`, `${CATEGORIES}/${top.id}/edit`]) {
      assert.isTrue(isClean(await desk.get(page)), page)
    }
    const circle = await save(desk, `${CATEGORIES}/${top.id}/edit`, { parentId: String(below.id) })
    assert.equal(circle.status, 422)
    assert.include(circle.text, 'A category cannot lie inside itself.')
    assert.equal((await save(desk, create, { ...fields, slug: 'Lenses!' })).status, 422)
    assert.equal((await save(desk, create, fields)).status, 422, 'two have two addresses')
  })

  test('stay as long as something is in them', async ({ assert }) => {
    const desk = await atDesk('manager')
    const top = await aCategory()
    const below = await aCategory({ parentId: top.id })
    const service = await aService({ categoryId: below.id })
    for (const { id } of [top, below]) {
      await agree(desk, `${CATEGORIES}/${id}/remove`)
      assert.isNotNull(await Category.find(id))
    }
    await service.delete()
    for (const { id } of [below, top]) await agree(desk, `${CATEGORIES}/${id}/remove`)
    assert.lengthOf(await Category.all(), 0)
  })
})

test.group('Services in the panel', (group) => {
  group.each.setup(() => freshDatabase())

  const NEW = {
    ...{ 'name[en]': 'Gläser Fitting', 'name[es]': 'Ajuste de gafas', slug: 'fitting' },
    ...{ priceMode: 'fixed', priceMinor: '12,50', basis: 'gross', taxClass: 'reduced' },
  }

  async function send(desk: HttpClient, fields: Record<string, string | File>) {
    const { fields: own } = (await desk.get(`${SERVICES}/create`)).form(SERVICES)
    const plain = Object.entries(own).filter(([name]) => !name.startsWith('picture'))
    return desk.upload(SERVICES, { ...(Object.fromEntries(plain) as object), ...NEW, ...fields })
  }

  test('S1 are written with price, VAT, form and picture', async ({ assert }) => {
    const desk = await atDesk('manager')
    const categoryId = String((await aCategory()).id)
    const png = new File([new Uint8Array(aPng(400, 300))], 'eye.png', { type: 'image/png' })
    const bare = await send(desk, { categoryId, picture: png })
    assert.equal(bare.status, 422)
    assert.include(bare.text, 'what the picture shows')
    const created = await send(desk, { categoryId, picture: png, 'alternative[en]': 'An eye' })
    assert.equal(created.status, 303)
    const service = await ShopService.findByOrFail('slug', 'fitting')
    const { priceMinor, basis, taxClass, most, words } = service
    assert.deepEqual([priceMinor, basis, taxClass, most], [1250, 'gross', 'reduced', 10])
    assert.equal(words, ' ajuste de gafas glaser fitting')
    assert.lengthOf(await filesOf(servicePictures, service.id), 1)
    assert.include((await desk.get(`${SERVICES}?q=gl%C3%A4ser`)).text, 'Gläser Fitting')
  })

  test('are refused with words where something does not fit', async ({ assert }) => {
    const desk = await atDesk('manager')
    const categoryId = String((await aCategory()).id)
    for (const [fields, words] of [
      [{ categoryId: '' }, 'Category'],
      [{ categoryId: '99999' }, 'choose a category'],
      [{ categoryId, priceMinor: '' }, 'Price'],
      [{ categoryId, taxClass: 'second_reduced' }, 'no VAT rate of this class today'],
      [{ categoryId, availableFrom: '2026-12-02', availableTo: '2026-12-01' }, 'before the first'],
    ] as const) {
      const refused = await send(desk, fields)
      assert.equal(refused.status, 422, words)
      assert.include(refused.text, words)
      assert.include(refused.text, 'value="fitting"')
    }
    assert.lengthOf(await ShopService.all(), 0)
  })

  test('without a price are kept without one, whatever was typed before', async ({ assert }) => {
    const desk = await atDesk('manager')
    const service = await aService()
    await save(desk, `${SERVICES}/${service.id}/edit`, { priceMode: 'quote' })
    assert.isNull((await ShopService.findOrFail(service.id)).priceMinor)
  })

  test('have the currency of the setting', async ({ assert }) => {
    const desk = await atDesk('manager')
    const service = await aService()
    assert.include((await desk.get(`${SERVICES}?lang=en`)).text, '€121.00')
    await transaction((trx) => saveSetting(trx, currency, 'PLN', SYSTEM))
    assert.match((await desk.get(`${SERVICES}/${service.id}?lang=pl`)).text, /121,00\s*zł/)
  })

  test('say on their page in which category they are', async ({ assert }) => {
    const desk = await atDesk('manager')
    const category = await aCategory({ name: { en: 'Repairs', es: 'Arreglos' } })
    const service = await aService({ categoryId: category.id })
    assert.include((await desk.get(`${SERVICES}/${service.id}`)).text, 'Repairs')
  })

  test('are switched off, on again and doubled, with a line in the trail', async ({ assert }) => {
    const desk = await atDesk('manager')
    const service = await aService({ slug: 'eye-test' })
    const path = `${SERVICES}/${service.id}`
    await agree(desk, `${path}/switch-off`)
    const off = await ShopService.findOrFail(service.id)
    assert.deepEqual([off.active, off.version], [false, 2])
    assert.include((await desk.get(`${SERVICES}?tab=inactive`)).text, 'Eye test')
    await agree(desk, `${path}/switch-on`)
    assert.isTrue((await ShopService.findOrFail(service.id)).active)
    await agree(desk, `${path}/duplicate`)
    const copy = await ShopService.findByOrFail('slug', 'eye-test-2')
    assert.deepEqual([copy.active, copy.priceMinor, copy.name.en], [false, 12_100, 'Eye test'])
    assert.notEqual(copy.publicId, service.publicId)
    const trail = await AuditEntry.query().where('object', 'shop-quotes.service').orderBy('id')
    assert.deepEqual(
      trail.map(({ action, objectId }) => [action, Number(objectId)]),
      [
        ['shop-quotes.service_changed', service.id],
        ['shop-quotes.service_changed', service.id],
        ['shop-quotes.service_created', copy.id],
      ]
    )
  })

  test('of another location are not there for who works for one', async ({ assert }) => {
    const [here, there] = [await aLocation(), await aLocation()]
    const own = await aService({ locationId: here.id, name: { en: 'Ours' } })
    const theirs = await aService({ locationId: there.id, name: { en: 'Theirs' } })
    const shared = await aService({ name: { en: 'Everybody’s' } })
    const desk = await atDesk('manager', [here])
    const { text } = await desk.get(SERVICES)
    assert.include(text, 'Ours')
    assert.notInclude(text, 'Theirs')
    const found = [own, theirs, shared].map(({ id }) => desk.get(`${SERVICES}/${id}`))
    assert.deepEqual(
      (await Promise.all(found)).map(({ status }) => status),
      [200, 404, 200]
    )
  })

  test('take at most eight statements a page', async ({ assert, cleanup }) => {
    standStill(cleanup)
    const service = await aService({ locationId: (await aLocation()).id })
    const desk = await atDesk('owner')
    const pages = [SERVICES, `${SERVICES}/${service.id}`, `${SERVICES}/${service.id}/edit`]
    const lists = [
      CATEGORIES,
      `${CATEGORIES}/${service.categoryId}`,
      '/admin/shop-quotes/tax-rates',
    ]
    for (const page of [...pages, ...lists]) {
      await desk.get(page)
      assert.isAtMost(await statements(() => desk.get(page)), 8, page)
    }
  })
})
