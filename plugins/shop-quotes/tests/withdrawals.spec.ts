import { test } from '@japa/runner'
import { OutboxMail } from '#core/messaging'
import { clock, transaction } from '#core/platform'
import { receiveMoney } from '#plugins/shop-quotes/actions/receive_money'
import { StatePerformed } from '#plugins/shop-quotes/actions/state_performed'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { Document } from '#plugins/shop-quotes/models/document'
import { Entry } from '#plugins/shop-quotes/models/entry'
import { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { Withdrawal } from '#plugins/shop-quotes/models/withdrawal'
import { unpaidNow } from '#plugins/shop-quotes/queries/counted'
import { aBuyer, aService, aShop, buys, NOW } from '#plugins/shop-quotes/tests/shop'
import { signedIn, someStaff } from '#tests/accounts/people'
import { HOSTILE, isClean } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const FULL = { withdrawalClass: 'full', priceMinor: 3660 } as const
const BEGUN = { withdrawalClass: 'begun', priceMinor: 9999 } as const
const EXEMPT = { withdrawalClass: 'none', priceMinor: 1000 } as const

type Wanted = { services?: Parameters<typeof aService>[0][]; isPaid?: boolean }

/** An order of one's own, placed on Monday 11 January 2027. */
async function anOrder({ services = [FULL], isPaid = false }: Wanted = {}) {
  await aShop()
  const offered = []
  for (const own of services) offered.push(await aService(own))
  const buyer = await aBuyer(offered)
  const page = await buys(buyer.client)
  const { id } = await Order.firstOrFail()
  if (isPaid) await paid(id)
  return { ...buyer, page, path: `${page}/withdrawal`, now: () => Order.findOrFail(id) }
}

async function paid(orderId: number): Promise<void> {
  const by = { kind: 'staff', id: (await someStaff({ role: 'desk' })).id } as const
  await transaction(async (trx) => {
    const order = await lockedOrder(trx, orderId)
    const open = Payment.query({ client: trx }).where({ orderId, state: 'awaited' })
    const received = { by, doer: 'staff', valueDay: '2027-01-12' } as const
    await receiveMoney(trx, order, await open.firstOrFail(), received)
  })
}

type Placed = Awaited<ReturnType<typeof anOrder>>

/** Both steps; the answer to the second. */
async function withdraw({ client, path }: Placed, fields: Record<string, string> = {}) {
  const declared = await client.submit((await client.get(path)).form('/withdrawal'), fields)
  return client.submit(declared.form('/withdrawal'))
}

test.group('Withdrawing from an order', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('S12 two steps, no reason, and the receipt with day and time is on its way', async ({
    assert,
  }) => {
    const placed = await anOrder({ isPaid: true })
    const { client, page, path } = placed
    assert.include((await client.get(page)).text, 'Monday, 25 January 2027')
    const first = await client.get(path)
    assert.include(first.text, 'value="Bea N"')
    const second = await client.submit(first.form('/withdrawal'), { email: 'other@example.org' })
    assert.equal(second.status, 200)
    assert.include(second.text, 'I hereby withdraw from the contract')
    assert.equal((await placed.now()).state, 'paid')
    const done = await client.submit(second.form('/withdrawal'))
    assert.equal(done.status, 303)
    const order = await placed.now()
    assert.equal(order.state, 'withdrawal_requested')
    assert.equal(order.paymentState, 'overpaid')
    assert.equal(order.withdrawnMinor, 3660)
    const mail = await OutboxMail.findByOrFail('template', 'shop-quotes.withdrawal_received')
    assert.equal(mail.toAddress, 'other@example.org')
    assert.deepInclude(mail.data, { number: order.number, at: clock.now() })
    assert.include((await client.get(page)).text, 'We have received your withdrawal')
  })

  test('pressed twice it is received once', async ({ assert }) => {
    const placed = await anOrder({ isPaid: true })
    const { client, path } = placed
    const declared = await client.submit((await client.get(path)).form('/withdrawal'))
    const form = declared.form('/withdrawal')
    const answers = await Promise.all([client.submit(form), client.submit(form)])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303]
    )
    assert.lengthOf(await Withdrawal.all(), 1)
    assert.lengthOf(
      await OutboxMail.query().where('template', 'shop-quotes.withdrawal_received'),
      1
    )
  })

  test('what was not paid for is over at once, what was paid by what is paid back', async ({
    assert,
  }) => {
    const placed = await anOrder()
    await withdraw(placed)
    const order = await placed.now()
    assert.equal(order.state, 'withdrawn')
    assert.equal(order.paymentState, 'paid')
    const deeds = await Entry.query().where('orderId', order.id).orderBy('id')
    assert.deepEqual(
      deeds.map(({ deed }) => deed),
      ['placed', 'withdrew', 'repaid']
    )
  })

  test('exempt services go on, and are all that is still owed', async ({ assert }) => {
    const placed = await anOrder({ services: [FULL, EXEMPT] })
    await withdraw(placed)
    const order = await placed.now()
    assert.equal(order.state, 'placed')
    assert.equal(order.withdrawnMinor, 3660)
    const open = await Payment.query().where({ orderId: order.id, state: 'awaited' })
    assert.deepEqual(
      open.map(({ amountMinor }) => amountMinor),
      [1000]
    )
    const page = (await placed.client.get(placed.page)).text
    for (const sum of ['€46.60', '-€36.60', '€10.00']) assert.include(page, sum)
    assert.equal(
      await unpaidNow({ zone: 'Europe/Madrid', locationIds: null, currency: 'EUR' }),
      1000
    )
    await paid(order.id)
    assert.equal((await placed.now()).state, 'paid')
    const receipt = await Document.findByOrFail('orderId', order.id)
    assert.equal(receipt.totalMinor, 1000)
    assert.deepEqual(
      receipt.content.lines.map(({ amountMinor }) => amountMinor),
      [1000]
    )
    const sold = await OrderLine.query().where({ orderId: order.id }).orderBy('position')
    assert.deepEqual(
      sold.map(({ netMinor, taxMinor }) => netMinor + taxMinor),
      [0, 1000]
    )
  })

  test('S12 what was done at the customer’s wish before it was paid stands on the receipt', async ({
    assert,
  }) => {
    const placed = await anOrder({ services: [BEGUN, EXEMPT] })
    const { id } = await placed.now()
    await Order.query().where({ id }).update({ earlyStartAt: clock.now() })
    await withdraw(placed)
    const by = { kind: 'staff', id: (await someStaff({ role: 'desk' })).id } as const
    await new StatePerformed().handle({ orderId: id, performedBp: 3333, by })
    await paid(id)
    assert.equal((await placed.now()).paymentState, 'paid')
    const { totalMinor, content } = await Document.findByOrFail('orderId', id)
    // 33.33 % of 99.99, rounded down, and what is exempt.
    assert.equal(totalMinor, 3332 + 1000)
    assert.deepEqual(
      content.lines.map(({ amountMinor }) => amountMinor),
      [3332, 1000]
    )
    assert.equal(content.netMinor + content.taxMinor + content.roundingMinor, totalMinor)
  })

  test('what the law exempts is not offered, and why not is said', async ({ assert }) => {
    const exempt = await anOrder({ services: [EXEMPT] })
    const refused = await exempt.client.get(exempt.path)
    assert.equal(refused.status, 409)
    assert.include(refused.text, 'The law exempts these services')
    assert.notInclude((await exempt.client.get(exempt.page)).text, '/withdrawal')
  })

  test('a late word is not received, and a wrong address loses nothing typed', async ({
    assert,
  }) => {
    const placed = await anOrder()
    const { user, path } = placed
    clock.freeze(Date.parse('2027-01-25T22:59:59Z'))
    const client = await signedIn(user)
    const form = (await client.get(path)).form('/withdrawal')
    const wrong = await client.submit(form, { name: HOSTILE, email: 'nowhere' })
    assert.equal(wrong.status, 422)
    assert.include(wrong.text, 'value="nowhere"')
    assert.isTrue(isClean(wrong))
    const declared = await client.submit(form)
    clock.freeze(Date.parse('2027-01-25T23:00:00Z'))
    const late = await client.submit(declared.form('/withdrawal'))
    assert.equal(late.status, 409)
    assert.include(late.text, 'Monday, 25 January 2027')
    assert.lengthOf(await Withdrawal.all(), 0)
  })

  test('S12 another customer finds no order to withdraw from', async ({ assert }) => {
    const placed = await anOrder()
    const stranger = await aBuyer()
    assert.equal((await stranger.client.get(placed.path)).status, 404)
    const { fields } = (await stranger.client.get('/account/shop-quotes/billing/new')).form(
      '/billing'
    )
    const form = { name: 'Bea', email: 'b@example.org', confirmed: 'yes' }
    const sent = await stranger.client.post(placed.path, { ...fields, ...form })
    assert.equal(sent.status, 404)
    assert.lengthOf(await Withdrawal.all(), 0)
  })
})
