import { test } from '@japa/runner'
import { RequestQuote } from '#plugins/shop-quotes/actions/request_quote'
import { Cart } from '#plugins/shop-quotes/models/cart'
import { CartLine } from '#plugins/shop-quotes/models/cart_line'
import { Quote } from '#plugins/shop-quotes/models/quote'
import { Wish } from '#plugins/shop-quotes/models/wish'
import {
  aQuoteCart,
  aQuotedService,
  aRequest,
  deedsOf,
  mailsAbout,
  MINE,
  NOW,
} from '#plugins/shop-quotes/tests/quotes'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'

const REQUEST = '/account/shop-quotes/quote-request'

async function aCustomerWithCart() {
  await aLocation({ zone: 'Europe/Madrid' })
  const user = await someCustomer()
  const service = await aQuotedService()
  const cart = await aQuoteCart(user, [service])
  return { user, service, cart, client: await signedIn(user) }
}

test.group('Requests for quotes', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('S8 the quote cart becomes a request with a number, a message and its wishes', async ({
    assert,
  }) => {
    const { client, service, cart } = await aCustomerWithCart()
    const page = await client.get(REQUEST)
    assert.include(page.text, 'Glasses')
    const answer = await client.submit(page.form(REQUEST), { message: ' By May, please. ' })
    const quote = await Quote.firstOrFail()
    assert.equal(answer.location, `${MINE}/${quote.publicId}`)
    assert.deepInclude(quote.serialize(), {
      ...{ number: 'Q-2026-00001', state: 'requested', message: 'By May, please.' },
      ...{ cartId: cart.id, locationId: null },
    })
    const wishes = await Wish.query().where('quoteId', quote.id)
    assert.deepEqual(
      wishes.map(({ serviceId, quantity }) => [serviceId, quantity]),
      [[service.id, 2]]
    )
    assert.deepEqual(await deedsOf(quote), ['requested requested'])
  })

  test('S9 a mail confirms it, and its state stands in "My quotes"', async ({ assert }) => {
    const { quote, client, page } = await aRequest()
    assert.deepEqual(await mailsAbout(quote), ['shop-quotes.quote_requested'])
    const list = await client.get(MINE)
    assert.include(list.text, quote.number)
    assert.include(list.text, 'Glasses')
    assert.include(list.text, 'Received')
    const shown = await client.get(page)
    assert.include(shown.text, 'For reading.')
    assert.include(shown.text, 'It is our turn.')
  })

  test('S8 a second click, and another tab, get the same request', async ({ assert }) => {
    const { client } = await aCustomerWithCart()
    const form = (await client.get(REQUEST)).form(REQUEST)
    const first = await client.submit(form, {})
    const second = await client.submit(form, {})
    assert.equal(second.location, first.location)
    assert.lengthOf(await Quote.all(), 1)
  })

  test('S8 lines that changed meanwhile are shown anew, with what was typed', async ({
    assert,
  }) => {
    const { client, cart, service } = await aCustomerWithCart()
    const form = (await client.get(REQUEST)).form(REQUEST)
    await cart.related('lines').create({ serviceId: service.id, quantity: 1, seenPrice: null })
    const answer = await client.submit(form, { message: 'By May.' })
    assert.equal(answer.status, 409)
    assert.include(answer.text, 'By May.')
    assert.lengthOf(await Quote.all(), 0)
  })

  test('S8 what is no longer offered keeps the request from being made', async ({ assert }) => {
    const { client, service } = await aCustomerWithCart()
    const form = (await client.get(REQUEST)).form(REQUEST)
    await service.merge({ active: false }).save()
    assert.equal((await client.submit(form, {})).status, 409)
    assert.lengthOf(await Quote.all(), 0)
  })

  test('S8 what a visitor chose before they signed in is requested too', async ({ assert }) => {
    const { user, service, cart } = await aCustomerWithCart()
    const tokenHash = 'a'.repeat(64)
    const brought = await Cart.create({ kind: 'quote', tokenHash })
    const other = await aQuotedService({ name: { en: 'Sunglasses' } })
    const line = { serviceId: other.id, quantity: 1, seenPrice: null }
    await brought.related('lines').create(line)
    const shown = (await CartLine.query().orderBy('id')).map(({ publicId }) => publicId)
    const request = { user, tokenHash, locale: 'en', message: null, shown } as const
    assert.isTrue((await new RequestQuote().handle(request)).ok)
    const wishes = await Wish.query().orderBy('position')
    assert.deepEqual(
      wishes.map(({ serviceId }) => serviceId),
      [service.id, other.id]
    )
    assert.equal((await cart.refresh()).state, 'placed')
  })

  test('S8 nobody requests what lies in the cart of another person', async ({ assert }) => {
    const { client, cart } = await aCustomerWithCart()
    const form = (await client.get(REQUEST)).form(REQUEST)
    await cart.merge({ userId: (await someCustomer()).id }).save()
    assert.equal((await client.submit(form, {})).location, '/shop/quote-cart')
    assert.lengthOf(await Quote.all(), 0)
  })

  test('S9 a quote of another customer is not there, whatever is asked of it', async ({
    assert,
  }) => {
    const { page } = await aRequest()
    const stranger = await signedIn(await someCustomer())
    for (const path of ['', '/acceptance', '/paper', '/versions/1', '/words/write']) {
      assert.equal((await stranger.get(page + path)).status, 404, path)
    }
  })
})
