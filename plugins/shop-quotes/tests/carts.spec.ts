import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { PurgeCarts } from '#plugins/shop-quotes/jobs/purge_carts'
import { Cart } from '#plugins/shop-quotes/models/cart'
import { CartLine } from '#plugins/shop-quotes/models/cart_line'
import {
  add,
  aBuyer,
  aService,
  aShop,
  CHECKOUT,
  NOW,
  stranger,
} from '#plugins/shop-quotes/tests/shop'
import { PASSWORD, signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { statements } from '#tests/admin/desk'
import { statementsOf } from '#tests/kit/statements'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'

const linesNow = async () =>
  (await CartLine.query().orderBy('id')).map(({ quantity, cartId }) => `${cartId}: ${quantity}`)

const quantityOf = (id: string) => `/shop/lines/${id}/quantity`

async function change(client: HttpClient, id: string, quantity: string) {
  const form = (await client.get('/shop/cart')).form(quantityOf(id))
  return client.submit(form, { quantity })
}

test.group('Carts', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => aShop())
  frozenAt(group, NOW)

  test('S3 the customer goes on browsing and adds further services; VAT is told per rate', async ({
    assert,
  }) => {
    const client = stranger()
    await add(client, await aService())
    await add(client, await aService({ priceMinor: 1000, taxClass: 'reduced' }))
    await add(client, await aService({ priceMinor: 1000, basis: 'net' }))
    const { text } = await client.get('/shop/cart')
    for (const shown of ['VAT 21\u00a0%', 'VAT 10\u00a0%', '€71.10', 'Proceed to purchase']) {
      assert.include(text, shown)
    }
    assert.match((await client.get('/shop')).text, /tabs__count">3</)
    const bar = (await stranger().get('/shop')).text
    assert.notInclude(bar, 'tabs__count', 'a page that is kept tells nobody of another one’s cart')
  })

  test('S6 how many are changed without scripts, and what is wrong is told at its line', async ({
    assert,
  }) => {
    const client = stranger()
    await add(client, await aService({ most: 4 }))
    const [{ publicId: id }] = await CartLine.all()
    assert.equal((await change(client, id, '3')).location, '/shop/cart?told=changed')
    for (const wrong of ['0', '5', '1.5', '', '-1', '9'.repeat(30)]) {
      const refused = await change(client, id, wrong)
      assert.equal(refused.status, 422, wrong)
      assert.include(refused.text, `href="#quantity-${id}"`)
    }
    assert.include((await change(client, id, '5')).text, 'value="5"')
    assert.equal((await CartLine.firstOrFail()).quantity, 3)
  })

  test('a line is taken out after asking once more; a GET changes nothing', async ({ assert }) => {
    const client = stranger()
    await add(client, await aService())
    const [{ publicId: id }] = await CartLine.all()
    const page = await client.get(`/shop/lines/${id}/removal`)
    assert.include(page.text, 'Take out this service?')
    assert.lengthOf(await CartLine.all(), 1)
    const gone = await client.submit(page.form('/removal'))
    assert.equal(gone.location, '/shop/cart?told=removed')
    assert.include((await client.follow(gone)).text, 'Your cart is empty.')
    assert.equal((await client.submit(page.form('/removal'))).status, 404)
  })

  test('a price that changed and a service that is gone are told; neither is hidden', async ({
    assert,
  }) => {
    const [dearer, gone] = [await aService(), await aService()]
    const { client } = await aBuyer([dearer, gone])
    await dearer.merge({ priceMinor: 5900 }).save()
    assert.include((await client.get('/shop/cart')).text, 'Before: €49.00, VAT included.')
    await gone.merge({ active: false }).save()
    const { text } = await client.get('/shop/cart')
    assert.include(text, 'This service is no longer offered.')
    assert.include(text, '€59.00')
    assert.notInclude(text, CHECKOUT)
    assert.equal((await client.get(CHECKOUT)).location, '/shop/cart')
  })

  test('S4 signing in shows both carts as one, and the next change turns them over', async ({
    assert,
  }) => {
    const [same, other] = [await aService({ most: 3 }), await aService()]
    const user = await someCustomer()
    const account = await signedIn(user)
    await add(account, same, { quantity: '2' })
    const client = stranger()
    await add(client, same, { quantity: '2' })
    await add(client, other)
    const quoted = await aService({ priceMode: 'quote', priceMinor: null })
    await add(client, quoted)
    await client.post('/sign-in', { email: user.email, password: PASSWORD })
    const before = await linesNow()
    const { text } = await client.get('/shop/cart')
    for (const shown of [/value="3"/, /value="1"/, /€196\.00/]) assert.match(text, shown)
    assert.deepEqual(await linesNow(), before, 'looking changes nothing')
    const last = (await CartLine.query().where('serviceId', other.id).firstOrFail()).publicId
    await change(client, last, '2')
    const carts = await Cart.query().orderBy('id')
    assert.deepEqual(
      carts.map(({ kind, userId, tokenHash }) => [kind, userId, tokenHash]),
      [
        ['buy', user.id, null],
        ['quote', user.id, null],
      ]
    )
    const [buy, quote] = carts
    assert.sameMembers(await linesNow(), [`${buy.id}: 3`, `${buy.id}: 2`, `${quote.id}: 1`])
    assert.notInclude((await stranger().get('/shop/cart')).text, other.name.en!)
  })

  test('a line that another tab turned over meanwhile is still found by its old name', async ({
    assert,
  }) => {
    const service = await aService()
    const user = await someCustomer()
    await add(await signedIn(user), service)
    const client = stranger()
    await add(client, service)
    const [, brought] = await CartLine.query().orderBy('id')
    await client.post('/sign-in', { email: user.email, password: PASSWORD })
    const page = await client.get('/shop/cart')
    const form = page.forms().find(({ action }) => action.endsWith('/quantity'))!
    assert.notInclude(form.action, brought.publicId, 'shown as one line')
    await client.submit(form, { quantity: '7' })
    assert.deepEqual(
      (await CartLine.all()).map(({ quantity }) => quantity),
      [7]
    )
  })

  test('nobody reaches a line of somebody else, whatever id or cookie they bring', async ({
    assert,
  }) => {
    const { client } = await aBuyer([await aService()])
    const guest = stranger()
    await add(guest, await aService())
    const cookie = guest.cookie('sportello_cart')!
    const [own, visitors] = await CartLine.query().orderBy('id')
    const { client: other } = await aBuyer()
    const staff = await signedIn(await someStaff({ role: 'owner', isDemo: true }))
    for (const who of [other, stranger(), staff]) {
      for (const { publicId, id } of [own, visitors]) {
        for (const name of [publicId, String(id), 'x'.repeat(22)]) {
          const path = `/shop/lines/${name}`
          assert.equal((await who.get(path)).status, 404)
          assert.equal((await who.get(`${path}/removal`)).status, 404)
        }
      }
    }
    assert.equal((await guest.get(`/shop/lines/${own.publicId}`)).status, 404)
    assert.equal((await guest.post(quantityOf(own.publicId), { quantity: '2' })).status, 404)
    const near = `${cookie.slice(0, 21)}${cookie.endsWith('x') ? 'y' : 'x'}`
    const taken = { cookie: `sportello_cart=${near}` }
    assert.notInclude((await stranger().get('/shop/cart', taken)).text, 'Proceed to purchase')
    const hashed = {
      cookie: `sportello_cart=${(await Cart.query().whereNotNull('tokenHash').firstOrFail()).tokenHash}`,
    }
    assert.notInclude((await stranger().get('/shop/cart', hashed)).text, 'Proceed to purchase')
    assert.include((await client.get('/shop/cart')).text, 'Proceed to purchase')
    assert.deepEqual(
      (await CartLine.all()).map(({ quantity }) => quantity),
      [1, 1]
    )
  })

  test('a cart that nobody has touched for 30 days goes; a used one and a placed one stay', async ({
    assert,
  }) => {
    const service = await aService()
    const [idle, used] = [stranger(), stranger()]
    await add(idle, service)
    await add(used, service)
    await Cart.create({ kind: 'buy', state: 'placed' })
    await Cart.createMany(
      Array.from({ length: 201 }, (_, nth) => ({ kind: 'quote', tokenHash: `visitor ${nth}` }))
    )
    clock.advance(29 * 86_400_000)
    await add(used, service)
    clock.advance(2 * 86_400_000)
    await PurgeCarts.handle({}, { attempt: 1 })
    assert.include((await idle.get('/shop/cart')).text, 'Your cart is empty.')
    assert.include((await used.get('/shop/cart')).text, 'value="2"')
    assert.lengthOf(await Cart.all(), 2)
    assert.lengthOf(await CartLine.all(), 1)
  })

  test('pages of carts send at most six statements, and none for who has no cart', async ({
    assert,
  }) => {
    const service = await aService()
    const { client } = await aBuyer([service, await aService(), await aService()])
    const [{ publicId: id }] = await CartLine.all()
    const form = `/shop/services/${service.slug}/form`
    const pages = [
      '/shop/cart',
      '/shop/quote-cart',
      form,
      `/shop/lines/${id}`,
      `/shop/lines/${id}/removal`,
    ]
    for (const page of pages) {
      await client.get(page)
      assert.isAtMost(await statements(() => client.get(page)), 6, page)
    }
    const visitor = stranger()
    await visitor.get('/shop')
    assert.lengthOf(await statementsOf(() => visitor.get('/shop')), 0)
  })
})
