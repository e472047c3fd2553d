import { test } from '@japa/runner'
import { runDueJobs } from '#core/jobs'
import { clock, SYSTEM } from '#core/platform'
import { ChooseMethod } from '#plugins/shop-quotes/actions/choose_method'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { Refund } from '#plugins/shop-quotes/models/refund'
import { Task } from '#plugins/shop-quotes/models/task'
import { RecordPayment } from '#plugins/shop-quotes/actions/record_payment'
import { RefundOrder } from '#plugins/shop-quotes/actions/refund_order'
import { repay, repayFailed } from '#plugins/shop-quotes/actions/repay'
import { RepayThroughProvider } from '#plugins/shop-quotes/actions/repay_through_provider'
import { TakeMessage } from '#plugins/shop-quotes/actions/take_message'
import { anOrder, orderNow, paymentsOf, tasksNow } from '#plugins/shop-quotes/tests/orders_to_pay'
import { aStripeHouse, anEvent, paysOn, signed } from '#plugins/shop-quotes/tests/stripe'
import { freshDatabase } from '#tests/kit/database'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'

const COMPLETED = 'checkout.session.completed'

test.group('S5 Paying by Stripe', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.teardown(() => clock.restore())
  let house: Awaited<ReturnType<typeof aStripeHouse>>
  group.each.setup(async () => {
    house = await aStripeHouse()
    return () => house.close()
  })

  const tell = (event: object, secret?: string) => {
    const { body, signature } = signed(event, secret)
    return new TakeMessage().handle({ body, signature })
  }

  async function aPayer() {
    const user = await someCustomer()
    const order = await anOrder({ userId: user.id, method: 'stripe' })
    const page = `/account/shop-quotes/orders/${order.publicId}/payment`
    const client = await signedIn(user)
    const prepare = async () =>
      client.submit((await client.get(page)).form('/payment'), { method: 'stripe' })
    return { order, page, client, prepare }
  }

  /** A page of Stripe that is ready to be paid on. */
  async function aPage() {
    const payer = await aPayer()
    await payer.prepare()
    return { ...payer, session: house.stub.sessions.at(-1)! }
  }

  test('a link leads to one page of Stripe, however often it is prepared', async ({ assert }) => {
    const { client, page, order } = await aPayer()
    const forms = (await client.get(page)).form('/payment')
    const sent = await Promise.all([1, 2, 3].map(() => client.submit(forms, { method: 'stripe' })))
    assert.deepEqual(
      sent.map(({ location }) => location),
      [page, page, page]
    )
    const shown = await client.get(page)
    assert.include(shown.text, 'href="https://checkout.stripe.com/c/pay/cs_test_1"')
    assert.lengthOf(house.stub.sessions, 1)
    const [{ amount_total: total, currency, metadata }] = house.stub.sessions
    assert.deepEqual([total, currency, metadata.order], [5000, 'eur', order.number])
    assert.deepEqual(await paymentsOf(order.id), ['stripe redirected 5000'])
  })

  test('S11 the message settles the order, once, however often it comes', async ({ assert }) => {
    const { session, order } = await aPage()
    paysOn(session)
    const event = anEvent(COMPLETED, session)
    for (let nth = 0; nth < 3; nth++) assert.isTrue((await tell(event)).ok)
    await tell(anEvent(COMPLETED, session))
    const { state, paidMinor } = await orderNow(order.id)
    assert.deepEqual([state, paidMinor], ['paid', 5000])
    assert.deepEqual(await paymentsOf(order.id), ['stripe settled 5000'])
    assert.deepEqual(await tasksNow(), [])
  })

  test('what nobody has signed is refused and changes nothing', async ({ assert }) => {
    const { session, order } = await aPage()
    paysOn(session)
    const event = anEvent(COMPLETED, session)
    assert.isFalse((await tell(event, 'whsec_of_somebody_else')).ok)
    const { body, signature } = signed(event)
    const changed = body.replace('5000', '4000')
    assert.isFalse((await new TakeMessage().handle({ body: changed, signature })).ok)
    assert.equal((await orderNow(order.id)).state, 'placed')
    assert.isTrue((await tell(event)).ok)
  })

  test('the way back settles nothing by itself, only what Stripe says on asking', async ({
    assert,
  }) => {
    const { session, order, client, page } = await aPage()
    const shown = await client.get(`${page}?paid=yes&session_id=${session.id}`)
    assert.equal((await orderNow(order.id)).state, 'placed')
    await client.submit(shown.form('/check'))
    assert.equal((await orderNow(order.id)).state, 'placed')
    paysOn(session)
    await client.submit(shown.form('/check'))
    assert.equal((await orderNow(order.id)).state, 'paid')
    await tell(anEvent(COMPLETED, session))
    assert.deepEqual(await paymentsOf(order.id), ['stripe settled 5000'])
  })

  test('a message that never comes is asked for', async ({ assert }) => {
    const { session, order } = await aPage()
    paysOn(session)
    await runDueJobs()
    assert.equal((await orderNow(order.id)).state, 'placed')
    clock.freeze(Date.now() + 16 * 60_000)
    await runDueJobs()
    assert.equal((await orderNow(order.id)).state, 'paid')
  })

  test('money that is under way for days, and then comes or does not', async ({ assert }) => {
    const [good, bad] = [await aPage(), await aPage()]
    for (const { session, order } of [good, bad]) {
      paysOn(session, 'unpaid')
      await tell(anEvent(COMPLETED, session))
      assert.deepEqual(await paymentsOf(order.id), ['stripe awaited 5000'])
    }
    good.session.payment_status = 'paid'
    await tell(anEvent('checkout.session.async_payment_succeeded', good.session))
    await tell(anEvent('checkout.session.async_payment_failed', bad.session))
    assert.equal((await orderNow(good.order.id)).state, 'paid')
    assert.deepEqual(await paymentsOf(bad.order.id), ['stripe failed 5000'])
  })

  test('S11 money by hand leaves a try that is under way to its message', async ({ assert }) => {
    const { session, order } = await aPage()
    session.status = 'complete'
    await tell(anEvent(COMPLETED, session))
    const by = { kind: 'staff', id: (await someStaff({ role: 'desk' })).id } as const
    const { version: seen } = await orderNow(order.id)
    await new RecordPayment().handle({
      ...{ orderId: order.id, amountMinor: 5000, method: 'bank_transfer', note: null },
      ...{ formKey: 'once', valueDay: '2027-01-12', seen, by },
    })
    paysOn(session)
    await tell(anEvent('checkout.session.async_payment_succeeded', session))
    assert.deepEqual(await paymentsOf(order.id), [
      'stripe settled 5000',
      'bank_transfer settled 5000',
    ])
    assert.deepEqual(await tasksNow(), ['overpaid 5000 EUR'])
    const half = { amountMinor: 2500, method: 'bank_transfer', reason: 'Paid twice.' } as const
    const { version } = await orderNow(order.id)
    const refunded = await new RefundOrder().handle({
      ...{ ...half, orderId: order.id, formKey: 'once', valueDay: '2027-01-12', seen: version, by },
    })
    assert.isTrue(refunded.ok)
    // The same amount, but of the other payment and past us.
    const charge = { id: 'ch_1', currency: 'eur', metadata: session.metadata }
    await tell(anEvent('charge.refunded', { ...charge, amount_refunded: 2500 }))
    assert.deepEqual(await tasksNow(), ['overpaid 5000 EUR', 'paid_back 2500 EUR'])
  })

  test('another amount, another currency, an unknown page', async ({ assert }) => {
    const [less, foreign] = [await aPage(), await aPage()]
    for (const { session } of [less, foreign]) paysOn(session)
    less.session.amount_total = 4000
    foreign.session.currency = 'usd'
    await tell(anEvent(COMPLETED, less.session))
    await tell(anEvent(COMPLETED, foreign.session))
    await tell(anEvent(COMPLETED, foreign.session))
    const nobodys = { ...less.session, id: 'cs_other', metadata: {} }
    await tell(anEvent(COMPLETED, nobodys))
    await tell(anEvent(COMPLETED, nobodys))
    const left = ['short 4000 EUR', 'wrong_currency 5000 USD', 'unknown 4000 EUR']
    assert.deepEqual(await tasksNow(), left)
    assert.equal((await orderNow(foreign.order.id)).state, 'placed')
    await Task.query().update({ doneAt: clock.now() })
    await tell(anEvent(COMPLETED, foreign.session))
    assert.isEmpty(await tasksNow(), 'what staff have dealt with is not asked again')
  })

  test('a page that expired, and one that was left for another way', async ({ assert }) => {
    const { session, order } = await aPage()
    await tell(anEvent('checkout.session.expired', { ...session, status: 'expired' }))
    assert.deepEqual(await paymentsOf(order.id), ['stripe expired 5000'])
    const left = await aPage()
    const choice = { orderId: left.order.id, method: 'desk', by: SYSTEM } as const
    assert.isTrue((await new ChooseMethod().handle(choice)).ok)
    await runDueJobs()
    assert.equal(left.session.status, 'expired')
    assert.deepEqual(await paymentsOf(left.order.id), [
      'stripe cancelled 5000',
      'desk awaited 5000',
    ])
  })

  test('Stripe that is down says so, and the order is not lost', async ({ assert }) => {
    const { prepare, order, page, client } = await aPayer()
    house.stub.failing = { times: 3, status: 500 }
    const refused = await prepare()
    assert.equal(refused.status, 503)
    assert.include(refused.text, 'Stripe does not answer at the moment, and nothing was taken.')
    house.stub.failing = { times: 1, status: 500 }
    assert.equal((await prepare()).location, page)
    assert.include((await client.get(page)).text, 'checkout.stripe.com')
    assert.deepEqual(await paymentsOf(order.id), ['stripe redirected 5000'])
  })

  test('money goes back once, as far as there is any, and the order knows', async ({ assert }) => {
    const { session, order } = await aPage()
    paysOn(session)
    await tell(anEvent(COMPLETED, session))
    const [payment] = await Payment.query().where('orderId', order.id)
    const wish = { paymentId: payment.id, amountMinor: 3000, reason: 'As agreed.', by: SYSTEM }
    const asked = await Promise.all([1, 2].map(() => new RepayThroughProvider().handle(wish)))
    assert.deepEqual(asked.map(({ ok }) => ok).toSorted(), [false, true])
    house.stub.failing = { times: 4, status: 500 }
    await runDueJobs()
    clock.freeze(Date.now() + 120_000)
    await runDueJobs()
    const [refund] = await Refund.all()
    await repay({ refundId: refund.id })
    assert.deepEqual(house.stub.refunds, [{ payment_intent: 'pi_1', amount: 3000 }])
    const { repaidMinor, paymentState } = await orderNow(order.id)
    assert.deepEqual([repaidMinor, paymentState], [3000, 'partially_refunded'])
    const charge = { id: 'ch_1', currency: 'eur', metadata: session.metadata }
    await tell(anEvent('charge.refunded', { ...charge, amount_refunded: 3000 }))
    assert.deepEqual(await tasksNow(), [])
    // The rest was paid back past us, in the panel of the provider.
    await tell(anEvent('charge.refunded', { ...charge, amount_refunded: 5000 }))
    assert.deepEqual(await tasksNow(), ['paid_back 5000 EUR'])
  })

  test('what the provider does not pay back is a task', async ({ assert }) => {
    const { session, order } = await aPage()
    paysOn(session)
    await tell(anEvent(COMPLETED, session))
    const [payment] = await Payment.query().where('orderId', order.id)
    const wish = { paymentId: payment.id, amountMinor: 1000, reason: 'As agreed.', by: SYSTEM }
    await new RepayThroughProvider().handle(wish)
    const [{ id: refundId }] = await Refund.all()
    await repayFailed({ refundId }, 'expired_card')
    await repay({ refundId })
    assert.deepEqual(await tasksNow(), ['provider_failed 1000 EUR'])
    assert.deepEqual(house.stub.refunds, [])
    assert.equal((await orderNow(order.id)).repaidMinor, 0)
  })
})
