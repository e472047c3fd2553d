import { test } from '@japa/runner'
import { saveFormVersion, type FormField } from '#core/forms'
import { SYSTEM, transaction } from '#core/platform'
import { TaxRate } from '#plugins/shop-quotes/models/tax_rate'
import {
  aCategory,
  aService,
  aServiceOnRequest,
  inWords,
} from '#plugins/shop-quotes/tests/catalogue'
import { add } from '#plugins/shop-quotes/tests/shop'
import { HOSTILE, isClean } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { statementsOf } from '#tests/kit/statements'
import { aLocation } from '#tests/scheduling/planner'
import { usePageCache } from '#app/web/page_cache'
import { visitor } from '#tests/web/visitor'

const SHOP = '/shop'

/** Names of the services of a page, in their order. */
const namesIn = (text: string) =>
  [...text.matchAll(/offers__name" href="[^"]*">([^<]*)</g)].map(([, name]) => name)

test.group('S1 The catalogue', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2026-11-30T09:00:00Z')

  const open = (path = '', language = 'en') => visitor({ language }).get(`${SHOP}${path}`)

  async function aForm(fields: FormField[]): Promise<number> {
    const input = { definitionId: null, name: 'Fitting', fields, actor: SYSTEM }
    const saved = await transaction((trx) => saveFormVersion(trx, input))
    if (!saved.ok) throw new Error(saved.reason)
    return saved.definition.id
  }

  test('S1 leads from the categories to a service and back', async ({ assert }) => {
    const glasses = await aCategory({ slug: 'glasses', name: inWords('Glasses') })
    const lenses = await aCategory({
      ...{ slug: 'lenses', name: inWords('Lenses'), parentId: glasses.id },
    })
    await aCategory({ slug: 'empty', name: inWords('Nothing in it') })
    await aService({ slug: 'daily', name: inWords('Daily lenses'), categoryId: lenses.id })
    const first = await open()
    assert.include(first.text, 'href="/shop/categories/glasses"')
    assert.include(first.text, 'href="/shop/categories/lenses"')
    assert.include(first.text, '1 service<')
    assert.notInclude(first.text, 'Nothing in it')
    const category = await open('/categories/glasses')
    assert.deepEqual(namesIn(category.text), ['Daily lenses'])
    assert.include((await open('/categories/lenses')).text, 'href="/shop/categories/glasses"')
    const service = await open('/services/daily')
    for (const way of ['/shop', '/shop/categories/glasses', '/shop/categories/lenses']) {
      assert.include(service.text, `href="${way}"`)
    }
    assert.deepEqual(namesIn((await open('/categories/lenses', 'es')).text), ['Daily lenses (es)'])
  })

  test('S1 a service says what it costs, with and without VAT', async ({ assert }) => {
    const seen = async (slug: string) => (await open(`/services/${slug}`)).text
    await aService({ slug: 'gross' })
    const gross = await seen('gross')
    for (const words of ['€121.00', 'VAT included (21 %)', '€100.00 without VAT']) {
      assert.include(gross, words)
    }
    assert.match(gross, /href="\/shop\/services\/gross\/form"[^>]*>\s*<span>Buy</)
    await aService({ slug: 'net', basis: 'net', priceMinor: 10_000 })
    const net = await seen('net')
    for (const words of ['€100.00', 'plus VAT (21 %)', '€121.00 with VAT']) {
      assert.include(net, words)
    }
    const exempt = await TaxRate.findByOrFail({ country: 'ES', taxClass: 'exempt' })
    await exempt.merge({ exemption: 'Art. 20 LIVA <b>' }).save()
    await aService({ slug: 'free', taxClass: 'exempt' })
    const free = await seen('free')
    assert.include(free, 'no VAT')
    assert.include(free, 'Art. 20 LIVA &lt;b&gt;')
    await aServiceOnRequest({ slug: 'asked' })
    const asked = await seen('asked')
    assert.include(asked, 'Price on request')
    assert.match(asked, /href="\/shop\/services\/asked\/form"[^>]*>\s*<span>Request quote</)
  })

  test('S1 what happens with a service is told before it is bought', async ({ assert }) => {
    const field = (key: string, en: string) => ({ key, label: { en }, required: true })
    const formId = await aForm([
      { ...field('paper', 'Your prescription'), kind: 'file' },
      { ...field('day', 'Which day?'), kind: 'date' },
      { ...field('yes', 'I agree'), kind: 'consent' },
    ])
    const place = await aLocation({ name: 'North', address: 'Quay 1\n1000 North' })
    const own = { formId, locationId: place.id, availableTo: '2026-12-24' }
    await aService({ slug: 'fitting', description: { en: 'Two\nlines' }, ...own })
    const { text } = await open('/services/fitting')
    assert.include(text, 'We ask you 2 questions:\nYour prescription\nWhich day?')
    assert.include(text, 'North\nQuay 1, 1000 North')
    assert.include(text, 'Thursday, 24 December 2026')
    assert.include(text, 'Two\nlines')
  })

  test('what is not offered today says so and has no button', async ({ assert }) => {
    await aService({ slug: 'later', availableFrom: '2026-12-01' })
    await aService({ slug: 'over', availableTo: '2026-11-29' })
    await aService({ slug: 'unrated', taxClass: 'second_reduced' })
    for (const [slug, words] of [
      ['later', 'offered from Tuesday, 1 December 2026'],
      ['over', 'no longer offered'],
      ['unrated', 'not offered at the moment'],
    ]) {
      const page = await open(`/services/${slug}`)
      assert.equal(page.status, 200, slug)
      assert.include(page.text, words)
      assert.notInclude(page.text, `/services/${slug}/form`)
    }
    const list = await open('?q=eye')
    assert.lengthOf(namesIn(list.text), 1, 'lists show what is offered')
  })

  test('what is switched off, or lies where nothing is shown, is not there', async ({ assert }) => {
    const off = await aCategory({ slug: 'off', active: false })
    const below = await aCategory({ slug: 'below', parentId: off.id })
    await aService({ slug: 'hidden', categoryId: below.id })
    await aService({ slug: 'off', active: false })
    await aService({ slug: 'closed', locationId: (await aLocation({ active: false })).id })
    const gone = ['services/hidden', 'services/off', 'services/closed', 'services/nothing']
    const also = ['categories/off', 'categories/below', 'categories/x', 'pictures/x']
    for (const path of [...gone, ...also, `services/${'x'.repeat(300)}`, 'services/%00']) {
      assert.include([404, 400], (await open(`/${path}`)).status, path)
    }
    assert.notInclude((await open()).text, 'Eye test')
  })

  test('S1 search folds accents, finds every language, and filters narrow it', async ({
    assert,
  }) => {
    const [north, south] = [await aLocation({ name: 'North' }), await aLocation({ name: 'South' })]
    const { id: categoryId } = await aCategory({ slug: 'all' })
    const own = { categoryId }
    await aService({ ...own, name: { en: 'Glasses', de: 'Gläser' }, locationId: north.id })
    await aServiceOnRequest({ ...own, name: { en: 'Glazing' }, locationId: south.id })
    await aService({ ...own, name: { en: 'Repair', es: 'Reparación' } })
    const found = async (query: string) => namesIn((await open(`/categories/all?${query}`)).text)
    assert.deepEqual(await found('q=glaser'), ['Glasses'])
    assert.deepEqual(await found('q=REPARACION'), ['Repair'])
    assert.deepEqual(await found('q=gla'), ['Glasses', 'Glazing'])
    assert.deepEqual(await found('q=gla&price=quote'), ['Glazing'])
    assert.deepEqual(await found(`location=${north.slug}`), ['Glasses', 'Repair'])
    assert.deepEqual(namesIn((await open('?q=repa')).text), ['Repair'])
    const nothing = await open('/categories/all?q=zzz')
    assert.include(nothing.text, 'No service matches')
    for (const odd of ['q[]=x', 'price=free', 'location=nowhere', 'page=x', 'page=99', 'q=%25']) {
      assert.equal((await open(`/categories/all?${odd}`)).status, 200, odd)
    }
  })

  test('S1 lists go by position, then by name, twenty a page', async ({ assert }) => {
    const { id: categoryId } = await aCategory({ slug: 'many' })
    const add = (name: string, position: number) =>
      aService({ categoryId, position, name: { en: name } })
    for (let at = 1; at <= 20; at++) await add(`Service ${String(at).padStart(2, '0')}`, 5)
    await add('Zebra', 1)
    await add('Äpfel', 5)
    const first = await open('/categories/many')
    const names = namesIn(first.text)
    assert.lengthOf(names, 20)
    assert.deepEqual(names.slice(0, 3), ['Zebra', 'Äpfel', 'Service 01'])
    assert.include(first.text, 'href="/shop/categories/many?page=2"')
    const second = await open('/categories/many?page=2')
    assert.deepEqual(namesIn(second.text), ['Service 19', 'Service 20'])
  })

  test('hostile words are only words', async ({ assert }) => {
    const { id: categoryId } = await aCategory({
      ...{ slug: 'bad', name: { en: HOSTILE }, description: { en: HOSTILE } },
    })
    const texts = { name: { en: HOSTILE }, summary: { en: HOSTILE }, description: { en: HOSTILE } }
    await aService({ slug: 'bad', categoryId, ...texts })
    const hostile = encodeURIComponent(HOSTILE)
    const pages = ['', `?q=${hostile}`, '/categories/bad', `/categories/bad?location=${hostile}`]
    for (const path of [...pages, '/services/bad']) {
      assert.isTrue(isClean(await open(path)), path)
    }
  })

  test('pages set no cookie, are kept for everybody, and take at most six statements', async ({
    assert,
    cleanup,
  }) => {
    const { slug, categoryId } = await aService({ slug: 'eye-test' })
    await aService({ categoryId })
    const pages = ['', '?q=eye', `/services/${slug}`]
    for (const path of pages) {
      await open(path)
      const sent = await statementsOf(async () => {
        const { headers } = await open(path)
        assert.isNull(headers.get('set-cookie'))
        assert.equal(headers.get('cache-control'), 'public, no-cache')
      })
      assert.isAtMost(sent.length, 6, path)
    }
    usePageCache(true)
    cleanup(() => usePageCache(false))
    await open()
    assert.lengthOf(await statementsOf(() => open()), 0)
  })

  test('how much is in somebody’s cart is kept for nobody, and told to nobody else', async ({
    assert,
    cleanup,
  }) => {
    usePageCache(true)
    cleanup(() => usePageCache(false))
    const service = await aService({ slug: 'eye-test' })
    const buyer = visitor({ language: 'en' })
    await add(buyer, service)
    for (const path of [SHOP, `${SHOP}/services/eye-test`]) {
      const own = await buyer.get(path)
      assert.match(own.text, /Cart\s*<span class="tabs__count">1</)
      assert.notEqual(own.headers.get('cache-control'), 'public, no-cache')
      assert.notInclude((await visitor({ language: 'en' }).get(path)).text, 'tabs__count', path)
    }
  })
})
