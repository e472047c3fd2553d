import { test } from '@japa/runner'
import { StoredFile } from '#core/files'
import type { FormField } from '#core/forms'
import { randomId } from '#core/platform'
import { Cart } from '#plugins/shop-quotes/models/cart'
import { CartLine } from '#plugins/shop-quotes/models/cart_line'
import { FilledForm } from '#plugins/shop-quotes/models/filled_form'
import {
  add,
  aBuyer,
  aService,
  aShop,
  formOf,
  NOW,
  pdf,
  stranger,
} from '#plugins/shop-quotes/tests/shop'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'

const FIELDS: FormField[] = [
  { key: 'device', kind: 'text', label: { en: 'Which glasses?' }, required: true },
  { key: 'paper', kind: 'file', label: { en: 'Prescription' }, required: false },
]

/** The boxes of files that a page holds, as a browser would send them. */
const heldIn = ({ text }: Answer): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/name="([\w[\]]+_held\]?\[\])" value="([\w-]{22})" checked/g)].map(
      ([, name, value]) => [name, value]
    )
  )

test.group('The form of a service', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => aShop())
  frozenAt(group, NOW)

  test('S2 "Buy" opens it, and "Add to cart" puts its answers into a cart of the visitor', async ({
    assert,
  }) => {
    const service = await aService({ fields: FIELDS })
    const client = stranger()
    const page = await client.get(formOf(service))
    assert.isUndefined(client.cookie('sportello_cart'), 'nothing is set by looking')
    assert.include(page.text, 'Which glasses?')
    assert.include(page.text, 'Add to cart')
    assert.include(page.text, 'multipart/form-data')
    const sent = await add(client, service, { 'answers[device]': 'The red ones', quantity: '2' })
    assert.equal(sent.location, '/shop/cart?told=added')
    const cookie = sent.headers.getSetCookie().find((one) => one.startsWith('sportello_cart='))!
    assert.match(cookie, /^sportello_cart=[\w-]{22}; Max-Age=2592000; .*HttpOnly; SameSite=Lax/i)
    const cart = await client.follow(sent)
    for (const text of ['The red ones', '€98.00', 'The service is in the cart.']) {
      assert.include(cart.text, text)
    }
    const { tokenHash, userId } = await Cart.firstOrFail()
    assert.notInclude(cookie, tokenHash!)
    assert.isNull(userId)
  })

  test('S2 all that is wrong is told at once, and what was typed and attached is kept', async ({
    assert,
  }) => {
    const service = await aService({ fields: FIELDS })
    const client = stranger()
    const refused = await add(client, service, { quantity: '11', 'answers[paper]': pdf() })
    assert.equal(refused.status, 422)
    for (const id of ['answer-device', 'quantity']) assert.include(refused.text, `href="#${id}"`)
    assert.include(refused.text, '>Which glasses? – Please answer this question.</a>')
    assert.include(refused.text, 'Prescription of Bea.pdf')
    assert.match(refused.text, /name="quantity"[^>]*value="11"/)
    assert.isUndefined(client.cookie('sportello_cart'))
    const held = heldIn(refused)
    const taken = await add(client, service, { ...held, 'answers[device]': 'Red', quantity: '1' })
    assert.equal(taken.status, 303)
    const [file] = await StoredFile.all()
    assert.equal(file.recordId, (await FilledForm.firstOrFail()).id)
    assert.equal((await client.get(`/files/${file.publicId}`)).status, 404, 'a visitor has no name')
  })

  test('S6 a line is corrected on the same page, its file stays', async ({ assert }) => {
    const service = await aService({ fields: FIELDS })
    const { client } = await aBuyer()
    await add(client, service, { 'answers[device]': 'Red', 'answers[paper]': pdf() })
    const [line] = await CartLine.all()
    const path = `/shop/lines/${line.publicId}`
    const page = await client.get(path)
    assert.include(page.text, 'Prescription of Bea.pdf')
    const own = { ...(page.form(path).fields as Record<string, string>), ...heldIn(page) }
    const again = await client.upload(path, { ...own, 'answers[device]': 'Blue', quantity: '3' })
    assert.equal(again.location, '/shop/cart?told=changed')
    assert.deepEqual((await FilledForm.firstOrFail()).answers.device, 'Blue')
    assert.lengthOf(await StoredFile.all(), 1)
    assert.equal(
      (await client.get(`/files/${(await StoredFile.firstOrFail()).publicId}`)).status,
      200
    )
    const late = await client.upload(path, { ...own, 'answers[device]': 'Green' })
    assert.equal(late.status, 409, 'another window was faster')
    assert.include(late.text, 'Green')
    assert.deepEqual((await FilledForm.firstOrFail()).answers.device, 'Blue')
    const letGo = { seen: String((await CartLine.firstOrFail()).version), 'answers[device]': 'Red' }
    await client.post(path, { ...letGo, quantity: '1', _csrf: own._csrf })
    assert.lengthOf(await StoredFile.all(), 0)
  })

  test('S2 a double click adds one line, with or without the cookie of the first', async ({
    assert,
  }) => {
    const service = await aService()
    const client = stranger()
    const { fields } = (await client.get(formOf(service))).form('/form')
    const both = await Promise.all([1, 2].map(() => client.post(formOf(service), fields)))
    assert.deepEqual(
      both.map(({ status }) => status),
      [303, 303]
    )
    const cookies = both.map(({ headers }) => headers.getSetCookie().join())
    assert.equal(cookies[0], cookies[1])
    assert.lengthOf(await CartLine.all(), 1)
    assert.equal((await CartLine.firstOrFail()).quantity, 1)
  })

  test('S7 a service without a price goes into the quote cart, never into the cart', async ({
    assert,
  }) => {
    const service = await aService({ priceMode: 'quote', priceMinor: null })
    const client = stranger()
    assert.include((await client.get(formOf(service))).text, 'Request quote')
    const sent = await add(client, service)
    assert.equal(sent.location, '/shop/quote-cart?told=added')
    assert.equal((await Cart.firstOrFail()).kind, 'quote')
    assert.include((await client.get('/shop/cart')).text, 'Your cart is empty.')
    assert.include((await client.get('/shop/quote-cart')).text, 'Proceed to quote request')
  })

  test('quantities and hidden fields that nobody was shown are refused', async ({ assert }) => {
    const service = await aService({ fields: FIELDS, most: 3 })
    const client = stranger()
    const good = { form_key: randomId(), 'answers[device]': 'x', quantity: '1' }
    for (const quantity of ['', '0', '-2', '1.5', '4', '99999999999999999999', 'NaN', '1,5']) {
      const answer = await client.post(formOf(service), { ...good, quantity })
      assert.equal(answer.status, 422, quantity)
    }
    for (const form_key of ['', 'short', '../../etc', 'x'.repeat(23)]) {
      assert.equal((await client.post(formOf(service), { ...good, form_key })).status, 400)
    }
    const extra = { price: '1', priceMinor: '1', seenPrice: '{}', service_id: '99', cart_id: '1' }
    assert.equal((await client.post(formOf(service), { ...good, ...extra })).status, 303)
    const [line] = await CartLine.all()
    assert.deepEqual(line.seenPrice, { priceMinor: 4900, basis: 'gross', rateBp: 2100 })
    assert.equal(line.serviceId, service.id)
  })

  test('what is not offered leads to its own page; what is not there is a 404', async ({
    assert,
  }) => {
    const over = await aService({ availableTo: '2027-01-10' })
    const gone = await aService({ active: false })
    const client = stranger()
    assert.equal((await client.get(formOf(over))).location, `/shop/services/${over.slug}`)
    const sent = await client.post(formOf(over), { form_key: randomId(), quantity: '1' })
    assert.equal(sent.location, `/shop/services/${over.slug}`)
    assert.equal((await client.get(formOf(gone))).status, 404)
    assert.equal((await client.get('/shop/services/nothing/form')).status, 404)
    assert.lengthOf(await CartLine.all(), 0)
  })
})
