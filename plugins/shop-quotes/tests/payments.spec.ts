import { test } from '@japa/runner'
import i18nManager from '@adonisjs/i18n/services/main'
import { formats, LOCALES } from '#core/organisation'
import { saveSetting } from '#core/settings'
import { SYSTEM, transaction } from '#core/platform'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { offeredMethods } from '#plugins/shop-quotes/queries/offered_methods'
import {
  anAccount,
  anOrder,
  NOW,
  orderNow,
  paymentsOf,
  placedMailOf,
  tasksNow,
} from '#plugins/shop-quotes/tests/orders_to_pay'
import {
  accountBic,
  accountIban,
  stripeKey,
  stripeSigningSecret,
  takesDesk,
  takesStripe,
} from '#plugins/shop-quotes/settings'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { isClean } from '#tests/admin/desk'
import { aLocation } from '#tests/scheduling/planner'

const LEAD = 'shop-quotes.payments.methods.bank_transfer.lead'

const save = (...args: Parameters<typeof saveSetting> extends [unknown, ...infer R] ? R : never) =>
  transaction((trx) => saveSetting(trx, ...args))

async function aPayer(own: Parameters<typeof anOrder>[0] = {}) {
  const user = await someCustomer()
  const order = await anOrder({ userId: user.id, ...own })
  const page = `/account/shop-quotes/orders/${order.publicId}/payment`
  return { order, page, client: await signedIn(user) }
}

test.group('Ways to pay', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('S5 are offered as far as they are set up', async ({ assert }) => {
    assert.deepEqual(await offeredMethods(), ['desk', 'test'])
    await anAccount()
    await save(takesDesk, false, SYSTEM)
    await save(takesStripe, true, SYSTEM)
    await save(stripeKey, 'sk_test_1', SYSTEM)
    assert.deepEqual(await offeredMethods(), ['bank_transfer', 'test'])
    await save(stripeSigningSecret, 'whsec_1', SYSTEM)
    assert.deepEqual(await offeredMethods(), ['bank_transfer', 'stripe', 'test'])
    await save(accountIban, 'ES91 2100 0418 4502 0005 1333', SYSTEM)
    assert.deepEqual(await offeredMethods(), ['stripe', 'test'])
  })

  test('S5 a transfer is told with account, reference, last day and a code for the app', async ({
    assert,
  }) => {
    await anAccount()
    const { client, page, order } = await aPayer()
    const shown = await client.get(page)
    const told = ['Vista Clara SL', 'ES91 2100 0418 4502 0005 1332', 'CAIXESBB', '€50.00']
    for (const text of [...told, 'Monday, 25 January 2027', '<svg role="img"']) {
      assert.include(shown.text, text)
    }
    assert.include(shown.text, order.reference.replaceAll(/(.{4})(?=.)/g, '$1 '))
  })

  test('S11 its mail says the same in text and HTML, in each language', async ({ assert }) => {
    await anAccount()
    const leads = new Set<string>()
    for (const locale of LOCALES) {
      const order = await anOrder({ locale })
      const reference = order.reference.replaceAll(/(.{4})(?=.)/g, '$1 ')
      const amount = formats(locale, 'UTC').money(5000, 'EUR').replaceAll(/\s/g, ' ')
      const account = ['Vista Clara SL', 'ES91 2100 0418 4502 0005 1332', 'CAIXESBB']
      const lead = i18nManager.locale(locale).t(LEAD).replaceAll(/\s/g, ' ')
      leads.add(lead)
      for (const part of await placedMailOf(order)) {
        for (const told of [...account, reference, amount, lead, `/orders/${order.publicId}`]) {
          assert.include(part, told, locale)
        }
      }
    }
    assert.equal(leads.size, LOCALES.length)
    await save(accountBic, '', SYSTEM)
    const [html] = await placedMailOf(await anOrder())
    assert.notInclude(html, 'BIC')
  })

  test('S11 its mail names the desk, or leads to where it is paid', async ({ assert }) => {
    await anAccount()
    const place = await aLocation({ address: 'Calle Mayor 4, Madrid' })
    await aLocation({ address: 'Calle Menor 5, Madrid' })
    const desk = await anOrder({ method: 'desk', locationId: place.id })
    for (const part of await placedMailOf(desk)) {
      for (const told of ['Pay at our desk', desk.number, 'Calle Mayor 4', '€50.00', '/contact']) {
        assert.include(part, told)
      }
      assert.notInclude(part, 'Calle Menor')
      assert.notInclude(part, 'ES91')
    }
    const card = await anOrder({ method: 'stripe' })
    for (const part of await placedMailOf(card)) {
      assert.include(part, `/account/shop-quotes/orders/${card.publicId}/payment`)
      assert.include(part, 'You pay on the page of Stripe')
      assert.notInclude(part, 'ES91')
    }
    const [nothing] = await placedMailOf(await anOrder({ totalMinor: 0 }))
    assert.include(nothing, 'There is nothing to pay')
    assert.notInclude(nothing, 'ES91')
  })

  test('S5 another way ends the open try, and a second click begins none', async ({ assert }) => {
    await anAccount()
    const { client, page, order } = await aPayer()
    const form = (await client.get(page)).form('/payment')
    for (const click of [1, 2]) {
      const sent = await client.submit(form, { method: 'desk' })
      assert.equal(sent.location, page, `click ${click}`)
    }
    const tries = ['bank_transfer cancelled 5000', 'desk awaited 5000']
    assert.deepEqual(await paymentsOf(order.id), tries)
    assert.equal((await orderNow(order.id)).method, 'desk')
    assert.include((await client.get(page)).text, order.number)
    const nothing = await client.submit((await client.get(page)).form('/payment'), {})
    assert.equal(nothing.status, 422)
    assert.include(nothing.text, 'Choose how you want to pay.')
    assert.isTrue(isClean(nothing))
  })

  test('a way that is no longer offered is refused', async ({ assert }) => {
    const { client, page, order } = await aPayer({ method: 'desk' })
    const form = (await client.get(page)).form('/payment')
    const refused = await client.submit(form, { method: 'bank_transfer' })
    assert.equal(refused.status, 422)
    assert.deepEqual(await paymentsOf(order.id), ['desk awaited 5000'])
  })

  test('S11 a test payment settles the order as a provider would', async ({ assert }) => {
    const { client, page, order } = await aPayer({ method: 'test' })
    const form = (await client.get(page)).form('/trial')
    const paid = await client.submit(form, { outcome: 'pays' })
    assert.equal(paid.location, page)
    const { state, paymentState, paidMinor, expiresAt } = await orderNow(order.id)
    assert.deepEqual([state, paymentState, paidMinor, expiresAt], ['paid', 'paid', 5000, null])
    assert.deepEqual(await paymentsOf(order.id), ['test settled 5000'])
    assert.deepEqual(await tasksNow(), [])
  })

  test('S11 too little leaves a task and the rest to pay', async ({ assert }) => {
    const { client, page, order } = await aPayer({ method: 'test', totalMinor: 4901 })
    const sends = async (outcome: string) =>
      client.submit((await client.get(page)).form('/trial'), { outcome })
    await sends('pays_too_little')
    assert.deepEqual(await paymentsOf(order.id), ['test settled 2450', 'test created 2451'])
    assert.deepEqual(await tasksNow(), ['short 2450 EUR'])
    assert.equal((await orderNow(order.id)).paymentState, 'partially_paid')
    await sends('pays')
    assert.equal((await orderNow(order.id)).state, 'paid')
  })

  test('S5 after a try that failed another one can begin', async ({ assert }) => {
    const { client, page, order } = await aPayer({ method: 'test' })
    await client.submit((await client.get(page)).form('/trial'), { outcome: 'fails' })
    const shown = await client.get(page)
    assert.include(shown.text, 'nothing was taken')
    await client.submit(shown.form('/payment'), { method: 'desk' })
    assert.deepEqual(await paymentsOf(order.id), ['test failed 5000', 'desk awaited 5000'])
  })

  test('a try to pay somebody else’s order finds nothing', async ({ assert }) => {
    const { page } = await aPayer({ method: 'test' })
    const stranger = await signedIn(await someCustomer())
    assert.equal((await stranger.get(page)).status, 404)
    assert.equal(
      await Payment.query()
        .where('state', 'created')
        .then((all) => all.length),
      1
    )
  })
})
