import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { TakeDeskStep } from '#plugins/shop-quotes/actions/take_desk_step'
import { Order } from '#plugins/shop-quotes/models/order'
import { aClerk, does, fills, ORDERS, pathOf, replyOf } from '#plugins/shop-quotes/tests/order_desk'
import {
  aCustomer,
  anOrder,
  asStaff,
  deedsOf,
  NOW,
  orderNow,
  pay,
} from '#plugins/shop-quotes/tests/ordered'
import { HOSTILE, isClean, statements } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation } from '#tests/scheduling/planner'

test.group('Orders in the panel', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  /** Numbers of the orders that a list shows, in its order. */
  async function listed(client: HttpClient, query: string): Promise<string[]> {
    const { status, text } = await client.get(`${ORDERS}?${query}`)
    if (status !== 200) throw new Error(`${query} answered ${status}`)
    return [...text.matchAll(/class="table__link"[^>]*>(O-2027-\d{5})</g)].map(([, one]) => one)
  }

  async function someOrders() {
    await aLocation()
    const { user, client } = await aClerk()
    const by = await asStaff()
    const [unpaid, paid, begun, done, over] = [
      await anOrder({ method: 'desk' }),
      await pay(await anOrder(), by),
      await pay(await anOrder(), by),
      await pay(await anOrder(), by),
      await pay(await anOrder(), by, 6000),
    ]
    await new TakeDeskStep().handle({ orderId: begun.id, step: 'start', by })
    await Order.query().where('id', done.id).update({ state: 'completed' })
    return { user, client, by, unpaid, paid, begun, done, over }
  }

  const numbers = (...orders: { number: string }[]) => orders.map(({ number }) => number)

  test('S12 the tabs tell what there is to do, what is unpaid and what goes back', async ({
    assert,
  }) => {
    const { client, unpaid, paid, begun, done, over } = await someOrders()
    assert.sameMembers(await listed(client, 'tab=to_do'), numbers(paid, begun, over))
    assert.deepEqual(await listed(client, 'tab=unpaid'), numbers(unpaid))
    assert.deepEqual(await listed(client, 'tab=to_repay'), numbers(over))
    assert.deepEqual(await listed(client, 'tab=done'), numbers(done))
    assert.lengthOf(await listed(client, 'tab=all'), 5)
    const { text } = await client.get(`${ORDERS}?tab=all`)
    const counts = [...text.matchAll(/tabs__count">(\d+)</g)].map(([, count]) => Number(count))
    assert.deepEqual(counts, [3, 1, 1, 1, 5])
    for (const words of ['3 orders to do', 'Paid too much', 'Eye test, Braille book', '€57.40']) {
      assert.include(text, words)
    }
    assert.include((await client.get('/admin')).text, '3 orders to do')
  })

  test('found by number, customer and reference, and narrowed by what it is', async ({
    assert,
  }) => {
    const { client, unpaid, begun } = await someOrders()
    const customer = await aCustomer({ email: 'zita@example.org' })
    const other = await anOrder({ customer })
    const found = (query: string) => listed(client, `tab=all&${query}`)
    assert.deepEqual(await found(`q=${other.number}`), numbers(other))
    assert.deepEqual(await found(`q=${other.reference}`), numbers(other))
    assert.deepEqual(await found('q=zita'), numbers(other))
    assert.deepEqual(await found('method=desk'), numbers(unpaid))
    assert.deepEqual(await found('state=in_progress'), numbers(begun))
    assert.sameMembers(await found('paymentState=due'), numbers(unpaid, other))
    const palette = await client.get(`/admin/search?q=${other.number}`)
    assert.include(palette.text, pathOf(other))
    const card = await client.get(`/admin/customers/customers/${customer.id}`)
    assert.include(card.text, pathOf(other))
    assert.include(card.text, `${other.number} · Placed the order`)
  })

  test('the page of an order tells lines, VAT, billing, payments and thread in 8 statements', async ({
    assert,
  }) => {
    const { client, paid } = await someOrders()
    const page = await client.get(pathOf(paid))
    const told = ['Eye test', '22 %', '€36.60', 'VAT 22 % on €30.00', '€57.40', 'RSSMRA85T10A562S']
    for (const part of [...told, 'Via Roma 1', 'Receipt R-2027-00001', 'The order is paid']) {
      assert.include(page.text.replaceAll('\u00a0', ' '), part)
    }
    const sent = await statements(() => client.get(pathOf(paid)))
    assert.isAtMost(sent, 8, `${sent} statements`)
    assert.isAtMost(await statements(() => client.get(`${ORDERS}?tab=all`)), 8)
  })

  test('S12 taken, begun and completed with its outcome, which the mail tells', async ({
    assert,
  }) => {
    const { client, user, paid } = await someOrders()
    await does(client, paid, 'take')
    await does(client, paid, 'start')
    const done = await fills(client, `${replyOf(paid)}?word=complete`.split('?')[0], {
      ...{ word: 'complete', message: 'Your glasses are ready.' },
    })
    assert.equal(done.location, pathOf(paid))
    const text = 'The order is done; the e-mail goes out now.'
    assert.include((await client.follow(done)).text, text)
    const now = await orderNow(paid.id)
    assert.deepEqual(
      [now.state, now.outcome, now.assigneeId, now.endedAt],
      [...['completed', 'Your glasses are ready.', user.id, clock.now()]]
    )
    assert.deepEqual(await deedsOf(paid.id), [
      ...['placed placed', 'paid placed', 'settled paid', 'changed paid'],
      ...['started in_progress', 'completed completed'],
    ])
  })

  test('somebody was faster: what was written stays, and what came since stands above', async ({
    assert,
  }) => {
    const { client, by, paid } = await someOrders()
    const page = await client.get(replyOf(paid))
    await new TakeDeskStep().handle({ orderId: paid.id, step: 'cancel', text: 'Closed', by })
    const form = page.forms().find(({ action }) => action === replyOf(paid))!
    const late = await client.submit(form, { word: 'complete', message: 'All done.' })
    assert.equal(late.status, 409)
    for (const words of ['Something has happened', 'All done.', 'Cancelled the order', 'Closed']) {
      assert.include(late.text, words)
    }
    assert.equal((await orderNow(paid.id)).state, 'cancelled')
  })

  test('what customers and staff write is text on every page', async ({ assert }) => {
    const { client, unpaid } = await someOrders()
    await fills(client, replyOf(unpaid), { word: 'note', message: HOSTILE })
    for (const page of [pathOf(unpaid), replyOf(unpaid), `${pathOf(unpaid)}/cancel`, ORDERS]) {
      const answer = await client.get(page)
      assert.equal(answer.status, 200, page)
      assert.isTrue(isClean(answer), page)
    }
  })
})
