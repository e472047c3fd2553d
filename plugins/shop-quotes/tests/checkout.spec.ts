import { test } from '@japa/runner'
import { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import { Cart } from '#plugins/shop-quotes/models/cart'
import { CartLine } from '#plugins/shop-quotes/models/cart_line'
import { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { Terms } from '#plugins/shop-quotes/models/terms'
import {
  add,
  aBuyer,
  aService,
  aShop,
  BILLED,
  buys,
  CHECKOUT,
  lastStep,
  NOW,
  ORDERS,
  stranger,
  withTerms,
} from '#plugins/shop-quotes/tests/shop'
import { PASSWORD, signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'

const PAYMENT = `${CHECKOUT}/payment`

const places = async (client: HttpClient, fields: Record<string, string | undefined> = {}) =>
  client.submit((await lastStep(client)).form(PAYMENT), { method: 'desk', ...fields })

test.group('Buying', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => aShop())
  frozenAt(group, NOW)

  test('S4 who is signed out signs in only now, and comes back with the cart', async ({
    assert,
  }) => {
    const service = await aService()
    const client = stranger()
    await add(client, service)
    assert.include((await client.get('/shop/cart')).text, `href="${CHECKOUT}"`)
    const asked = await client.get(CHECKOUT)
    const next = encodeURIComponent(CHECKOUT)
    assert.equal(asked.location, `/sign-in?next=${next}`)
    const page = await client.follow(asked)
    assert.include(page.text, `href="/register?next=${next}"`)
    const user = await someCustomer()
    const form = page.form('/sign-in')
    const done = await client.submit(form, { email: user.email, password: PASSWORD })
    assert.equal(done.location, CHECKOUT)
    assert.include((await client.follow(done)).text, 'Step 2 of 3')
    assert.equal((await Cart.firstOrFail()).userId, null, 'turned over by the next change')
    const order = await buys(client)
    assert.match(order, /^\/account\/shop-quotes\/orders\/[\w-]{22}$/)
    assert.include((await client.get(order)).text, service.name.en!)
  })

  test('S5 billing data: fields by country, all errors at once, without scripts', async ({
    assert,
  }) => {
    const { client } = await aBuyer([await aService()])
    const form = (await client.get(CHECKOUT)).form('/checkout')
    assert.equal(form.fields.country, 'ES')
    const italian = { kind: 'company', country: 'IT', street: 'Via Lunga 1' }
    const shown = await client.submit(form, { ...italian, show: 'fields' })
    assert.equal(shown.status, 200)
    assert.notInclude(shown.text, 'error-summary')
    for (const text of ['Partita IVA', 'SDI recipient code', 'value="Via Lunga 1"']) {
      assert.include(shown.text, text)
    }
    const wrong = await client.submit(shown.form('/checkout'), {
      ...italian,
      vat_id: '123',
      postal_code: 'x',
    })
    assert.equal(wrong.status, 422)
    for (const field of ['company_name', 'vat_id', 'postal_code', 'city', 'region', 'sdi_code']) {
      assert.include(wrong.text, `href="#${field}"`, field)
    }
    assert.include(wrong.text, 'value="123"')
    assert.lengthOf(await BillingProfile.all(), 0)
    const taken = await client.submit(form, BILLED)
    assert.equal(taken.location, PAYMENT)
    assert.equal((await client.submit(form, BILLED)).location, PAYMENT, 'a double click')
    const [profile, ...others] = await BillingProfile.all()
    assert.lengthOf(others, 0)
    assert.isTrue(profile.isDefault)
    assert.include((await client.get(CHECKOUT)).text, 'Enter other data')
  })

  test('S5 everything that is bought stands right above the button that obliges', async ({
    assert,
  }) => {
    await withTerms('We work well.')
    const { client, user } = await aBuyer([await aService(), await aService({ priceMinor: 1000 })])
    const { text } = await lastStep(client)
    for (const shown of [
      ...[
        'Step 3 of 3',
        'VAT 21\u00a0%',
        '€59.00',
        'Bea Nowhere',
        'Calle Mayor 4',
        'We work well.',
      ],
      ...['Order with obligation to pay', 'I ask you to begin before the 14 days'],
    ]) {
      assert.include(text, shown)
    }
    const nothing = await places(client, { method: undefined })
    assert.equal(nothing.status, 422)
    for (const field of ['method', 'terms']) assert.include(nothing.text, `href="#${field}"`)
    const done = await places(client, { terms: 'on', starts_early: 'on', method: 'bank_transfer' })
    const order = await Order.query().preload('customer').firstOrFail()
    assert.equal(done.location, `${ORDERS}/${order.publicId}`)
    assert.containsSubset(order.$attributes, {
      ...{ number: 'O-2027-00001', state: 'placed', totalMinor: 5900, method: 'bank_transfer' },
      ...{ earlyStartAt: Date.parse(NOW), lastDay: '2027-01-25', currency: 'EUR' },
      termsId: (await Terms.firstOrFail()).id,
    })
    assert.equal(order.customer.userId, user.id)
    assert.equal(order.billing.taxId, '12345678Z')
    assert.equal((await Cart.firstOrFail()).state, 'placed')
    assert.include((await client.get('/shop/cart')).text, 'Your cart is empty.')
  })

  test('S5 sent again it is the same order, also from a page that is still open', async ({
    assert,
  }) => {
    const { client } = await aBuyer([await aService()])
    const form = (await lastStep(client)).form(PAYMENT)
    const sent = { method: 'desk' }
    const first = await client.submit(form, sent)
    const again = await Promise.all([1, 2, 3].map(() => client.submit(form, sent)))
    assert.deepEqual(
      again.map(({ location }) => location),
      [first.location, first.location, first.location]
    )
    assert.lengthOf(await Order.all(), 1)
    assert.lengthOf(await OrderLine.all(), 1)
  })

  test('S5 what changed since the page was shown is told, and nothing is placed', async ({
    assert,
  }) => {
    await withTerms('We work well.')
    const service = await aService()
    const { client } = await aBuyer([service])
    const form = (await lastStep(client)).form(PAYMENT)
    const send = () => client.submit(form, { method: 'desk', terms: 'on' })
    const changes: [string, () => Promise<unknown>][] = [
      ['The prices or VAT', () => service.merge({ priceMinor: 9900 }).save()],
      ['The terms', () => withTerms('We work better.')],
      [
        'The services, how many, or what you entered',
        () => CartLine.query().update({ quantity: 2 }),
      ],
    ]
    for (const [told, change] of changes) {
      await change()
      const answer = await send()
      assert.equal(answer.status, 409, told)
      assert.include(answer.text, told)
      assert.match(answer.text, /value="desk" checked/, 'what was chosen is kept')
    }
    await service.merge({ active: false }).save()
    assert.equal((await send()).location, '/shop/cart')
    assert.lengthOf(await Order.all(), 0)
    assert.lengthOf(await Terms.all(), 0)
  })

  test('S5 no hidden field names another cart, price, method or person', async ({ assert }) => {
    const { client, user } = await aBuyer([await aService()])
    const rich = await aBuyer([await aService({ priceMinor: 1 })])
    const foreign = (await lastStep(rich.client)).form(PAYMENT)
    const form = (await lastStep(client)).form(PAYMENT)
    const bad: Record<string, string>[] = [
      { cart: 'x' },
      { cart: '1' },
      { seen: '' },
      { seen: 'x'.repeat(91) },
      { method: 'stripe' },
      { method: 'free' },
    ]
    for (const fields of bad) {
      const answer = await client.submit(form, { method: 'desk', ...fields })
      assert.notEqual(answer.status, 303, JSON.stringify(fields))
    }
    const other = await client.submit(form, { method: 'desk', cart: String(foreign.fields.cart) })
    assert.equal(other.location, '/shop/cart')
    const digest = await client.submit(form, { method: 'desk', seen: String(foreign.fields.seen) })
    assert.equal(digest.status, 409)
    assert.lengthOf(await Order.all(), 0)
    const extra = { total: '1', totalMinor: '1', user_id: '1', customer_id: '1', locale: 'xx' }
    await client.submit(form, { method: 'desk', ...extra })
    const [order] = await Order.all()
    assert.deepEqual([order.totalMinor, order.locale], [4900, 'en'])
    const owned = await BillingProfile.query().where('userId', user.id).firstOrFail()
    await add(rich.client, await aService())
    const picked = (await rich.client.get(CHECKOUT)).form('/checkout')
    const refused = await rich.client.submit(picked, { profile: owned.publicId })
    assert.equal(refused.status, 422)
    assert.notInclude(refused.text, owned.publicId)
  })

  test('a service for nothing is paid when it is ordered', async ({ assert }) => {
    const { client } = await aBuyer([await aService({ priceMinor: 0 })])
    await buys(client)
    const order = await Order.firstOrFail()
    assert.deepEqual([order.state, order.paymentState, order.lastDay], ['paid', 'paid', null])
  })

  test('steps out of turn lead to the one before; staff and strangers buy nothing', async ({
    assert,
  }) => {
    const { client } = await aBuyer()
    assert.equal((await client.get(CHECKOUT)).location, '/shop/cart')
    assert.equal((await client.get(PAYMENT)).location, '/shop/cart')
    await add(client, await aService())
    assert.equal((await client.get(PAYMENT)).location, CHECKOUT)
    const staff = await signedIn(await someStaff({ role: 'owner', isDemo: true }))
    assert.equal((await staff.get(CHECKOUT)).status, 404)
    const { fields } = (await lastStep(client)).form(PAYMENT)
    const { status } = await stranger().post(PAYMENT, { ...fields, method: 'desk' })
    assert.equal(status, 401)
    assert.lengthOf(await Order.all(), 0)
  })
})
