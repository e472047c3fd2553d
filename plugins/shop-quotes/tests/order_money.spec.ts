import { test } from '@japa/runner'
import { Customer } from '#core/customers'
import { OutboxMail } from '#core/messaging'
import { clock, transaction } from '#core/platform'
import { expireOrders } from '#plugins/shop-quotes/actions/expire_orders'
import { StatePerformed } from '#plugins/shop-quotes/actions/state_performed'
import { TakeDeskStep } from '#plugins/shop-quotes/actions/take_desk_step'
import { WithdrawOrder } from '#plugins/shop-quotes/actions/withdraw_order'
import { IMPOSSIBLE_MONEY } from '#plugins/shop-quotes/domain/money_guards'
import { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { Refund } from '#plugins/shop-quotes/models/refund'
import {
  aClerk,
  does,
  fills,
  formOf,
  ORDERS,
  pathOf,
  paymentOf,
  refundOf,
} from '#plugins/shop-quotes/tests/order_desk'
import { mailsTo } from '#plugins/shop-quotes/tests/mails'
import {
  anOrder,
  asStaff,
  deedsOf,
  NOW,
  orderNow,
  pay,
  TOTAL,
} from '#plugins/shop-quotes/tests/ordered'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const mails = async () =>
  (await OutboxMail.query().orderBy('id')).map(({ template }) => template.split('order_')[1])

test.group('Money of orders at the desk', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('S11 a payment by hand: what is open stands there, a second click records nothing', async ({
    assert,
  }) => {
    const { client, user } = await aClerk()
    const order = await anOrder()
    const form = formOf(await client.get(paymentOf(order)), paymentOf(order))
    assert.containsSubset(form.fields, { amount: '57.40', value_day: '2027-01-12' })
    const note = 'Statement 12, line 3'
    const done = await client.submit(form, { note })
    assert.equal(done.status, 303)
    assert.equal((await client.submit(form, { note })).location, done.location)
    const now = await orderNow(order.id)
    assert.deepEqual([now.state, now.paymentState, now.paidMinor], ['paid', 'paid', 5740])
    const [payment, ...others] = await Payment.query().where('orderId', order.id)
    assert.isEmpty(others)
    assert.containsSubset(payment.$attributes, {
      ...{ method: 'bank_transfer', state: 'settled', amountMinor: 5740, note },
      ...{ valueDay: '2027-01-12', recordedById: user.id },
    })
    assert.deepEqual(await mails(), ['placed', 'paid'])
  })

  test('part of it, then too much: the state of payment follows, nothing is refused', async ({
    assert,
  }) => {
    const { client } = await aClerk()
    const order = await anOrder()
    await fills(client, paymentOf(order), { amount: '20,00', method: 'desk' })
    const part = await orderNow(order.id)
    assert.deepEqual([part.state, part.paymentState], ['placed', 'partially_paid'])
    const open = await Payment.query().where({ orderId: order.id, state: 'awaited' })
    assert.deepEqual(
      open.map(({ amountMinor }) => amountMinor),
      [3740]
    )
    await fills(client, paymentOf(order), { amount: '1,037.40', method: 'desk' })
    const over = await orderNow(order.id)
    assert.deepEqual([over.state, over.paymentState, over.paidMinor], ['paid', 'overpaid', 105740])
  })

  test('what is no amount or no day is said at its field, and what was typed stays', async ({
    assert,
  }) => {
    const { client } = await aClerk()
    const order = await anOrder()
    for (const amount of ['', '0', '-5', '1.234', 'ten', '99999999999']) {
      const typed = { amount, value_day: '2027-01-13', note: 'Kept' }
      const refused = await fills(client, paymentOf(order), typed)
      assert.equal(refused.status, 422, amount)
      assert.include(refused.text, 'Kept')
    }
    const future = await fills(client, paymentOf(order), { value_day: '2027-01-13' })
    assert.include(future.text, 'Choose a day that is not in the future.')
    assert.equal((await orderNow(order.id)).paidMinor, 0)
  })

  test('two at once: the second is told and records nothing', async ({ assert }) => {
    const { client } = await aClerk()
    const order = await anOrder()
    const form = formOf(await client.get(paymentOf(order)), paymentOf(order))
    await pay(order, await asStaff())
    const late = await client.submit(form, { amount: '57.40' })
    assert.equal(late.status, 409)
    assert.include(late.text, 'Nothing has been recorded yet.')
    assert.include(late.text, 'value="57.40"')
    assert.equal((await orderNow(order.id)).paidMinor, 5740)
  })

  test('refunds: a reason, never more than is kept, and the customer is told', async ({
    assert,
  }) => {
    const { client } = await aClerk()
    const order = await pay(await anOrder(), await asStaff())
    const refund = (amount: string, note = 'Counted twice') =>
      fills(client, refundOf(order), { amount, note, method: 'bank_transfer' })
    assert.equal((await refund('57.41')).status, 422)
    const bare = await refund('10.00', '')
    assert.equal(bare.status, 422)
    assert.include(bare.text, 'Write the reason')
    assert.equal((await refund('10.00')).status, 303)
    const part = await orderNow(order.id)
    assert.deepEqual([part.paymentState, part.repaidMinor], ['partially_refunded', 1000])
    const more = await refund('47.41')
    assert.include(more.text, 'That is more than was paid and not paid back.')
    assert.equal((await refund('47.40')).status, 303)
    assert.equal((await orderNow(order.id)).paymentState, 'refunded')
    const { text } = await client.get(pathOf(order))
    assert.include(text, 'Paid back in full')
    assert.notInclude(text, '>Open<')
    assert.notInclude((await client.get(`${ORDERS}?tab=to_do`)).text, order.number)
    assert.lengthOf(await Refund.query().where('state', 'made'), 2)
    assert.deepEqual(await mails(), ['placed', 'paid', 'repaid', 'repaid'])
  })

  test('cancelled with a reason, the money goes back; nothing more is awaited', async ({
    assert,
  }) => {
    const { client } = await aClerk()
    const [paid, unpaid] = [await pay(await anOrder(), await asStaff()), await anOrder()]
    for (const order of [paid, unpaid]) await does(client, order, 'cancel', { reason: 'Closed' })
    const now = await orderNow(paid.id)
    assert.deepEqual([now.state, now.paymentState], ['cancelled', 'overpaid'])
    const [awaited] = await Payment.query().where('orderId', unpaid.id)
    assert.equal(awaited.state, 'cancelled')
    for (const { customerId } of [paid, unpaid]) {
      const { email } = await Customer.findOrFail(customerId)
      const { text } = (await mailsTo(email!)).at(-1)!
      assert.include(text, 'your order is cancelled.')
      assert.equal(text.includes('We pay €57.40 back to you.'), customerId === paid.customerId)
    }
    const again = { orderId: paid.id, step: 'cancel', text: 'x', by: await asStaff() } as const
    assert.deepEqual(await new TakeDeskStep().handle(again), { ok: false, reason: 'not_now' })
    assert.deepEqual((await deedsOf(paid.id)).at(-1), 'cancelled cancelled')
  })

  test('ends on its last day only where nothing was paid, and late money can be honoured', async ({
    assert,
  }) => {
    const by = await asStaff()
    const [unpaid, part] = [await anOrder(), await pay(await anOrder(), by, 1000)]
    clock.freeze(Date.parse('2027-01-26T22:59:59Z'))
    await expireOrders()
    assert.equal((await orderNow(unpaid.id)).state, 'placed')
    clock.freeze(Date.parse('2027-01-26T23:00:00Z'))
    await expireOrders()
    await expireOrders()
    assert.deepEqual(
      [(await orderNow(unpaid.id)).state, (await orderNow(part.id)).state],
      ['expired', 'placed']
    )
    const honour = () => new TakeDeskStep().handle({ orderId: unpaid.id, step: 'honour', by })
    assert.deepEqual(await honour(), { ok: false, reason: 'not_paid' })
    await pay(unpaid, by)
    assert.equal((await orderNow(unpaid.id)).paymentState, 'overpaid')
    assert.isTrue((await honour()).ok)
    const now = await orderNow(unpaid.id)
    assert.deepEqual([now.state, now.paymentState, now.endedAt], ['paid', 'paid', null])
    assert.deepEqual(
      (await mails()).filter((name) => name === 'expired'),
      ['expired']
    )
  })

  test('a withdrawal is closed once no more is kept than what had been done', async ({
    assert,
  }) => {
    const [{ client }, by] = [await aClerk(), await asStaff()]
    const order = await pay(await anOrder({ startsEarly: true }), by)
    await OrderLine.query().where('orderId', order.id).update({ withdrawalClass: 'begun' })
    const own = { name: 'Bea', email: 'bea@example.org', zone: 'Europe/Rome' }
    await new WithdrawOrder().handle({
      ...own,
      orderId: order.id,
      by: { kind: 'customer', id: null },
    })
    const repay = () => new TakeDeskStep().handle({ orderId: order.id, step: 'repay', by })
    assert.deepEqual(await repay(), { ok: false, reason: 'not_repaid' })
    const page = await does(client, order, 'performed', { percent: '33.33' })
    assert.include(page.text, 'Withdrawn from')
    // Of 36.60 and 20.80, each rounded down: 12.19 and 6.93.
    assert.equal((await orderNow(order.id)).withdrawnMinor, TOTAL - 1912)
    const half = { orderId: order.id, performedBp: 5000, by }
    assert.deepEqual(await new StatePerformed().handle(half), { ok: true })
    assert.equal((await orderNow(order.id)).withdrawnMinor, TOTAL / 2)
    assert.deepEqual(await repay(), { ok: false, reason: 'not_repaid' })
    // What is to go back stands there already.
    assert.equal((await fills(client, refundOf(order), { note: 'Withdrawn' })).status, 303)
    assert.deepEqual(await repay(), { ok: true })
    const { state, paymentState } = await orderNow(order.id)
    assert.deepEqual([state, paymentState], ['withdrawn', 'partially_refunded'])
    assert.deepEqual((await mails()).at(-1), 'withdrawn')
  })

  test('the database refuses money that cannot be', async ({ assert }) => {
    await anOrder()
    const impossible: [table: string, values: object][] = [
      [Order.table, { total_minor: -1 }],
      [Order.table, { paid_minor: -1 }],
      [Order.table, { repaid_minor: -1 }],
      [Order.table, { withdrawn_minor: TOTAL + 1 }],
      [Payment.table, { amount_minor: -1 }],
    ]
    for (const [table, values] of impossible) {
      const written = transaction(async (trx) => void (await trx.from(table).update(values)))
      await assert.rejects(() => written, new RegExp(IMPOSSIBLE_MONEY))
    }
  })
})
