import { test } from '@japa/runner'
import { StoredFile } from '#core/files'
import { randomId, transaction } from '#core/platform'
import { AnswerOrder } from '#plugins/shop-quotes/actions/answer_order'
import { receiveMoney } from '#plugins/shop-quotes/actions/receive_money'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { Entry } from '#plugins/shop-quotes/models/entry'
import { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { mailsTo } from '#plugins/shop-quotes/tests/mails'
import {
  add,
  aBuyer,
  aService,
  aShop,
  buys,
  NOW,
  ORDERS,
  pdf,
} from '#plugins/shop-quotes/tests/shop'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { statements } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const FIELDS = [
  { key: 'device', kind: 'text', label: { en: 'Which glasses?' }, required: true },
  { key: 'paper', kind: 'file', label: { en: 'Prescription' }, required: false },
] as const

/** A customer's order of one service, with what its form was answered. */
async function anOwnOrder(fields: Record<string, string> = {}) {
  const buyer = await aBuyer()
  const service = await aService({ fields: [...FIELDS] })
  await add(buyer.client, service, { 'answers[device]': 'The red ones', 'answers[paper]': pdf() })
  const page = await buys(buyer.client, { method: 'bank_transfer', ...fields })
  return { ...buyer, service, page, order: await Order.firstOrFail() }
}

async function isPaid({ id }: Order): Promise<void> {
  const by = { kind: 'staff', id: (await someStaff({ role: 'desk' })).id } as const
  await transaction(async (trx) => {
    const order = await lockedOrder(trx, id)
    const payment = await Payment.query({ client: trx }).where('orderId', id).firstOrFail()
    await receiveMoney(trx, order, payment, { by, doer: 'staff', valueDay: '2027-01-12' })
  })
}

async function isDone({ id }: Order, text: string): Promise<void> {
  const by = { kind: 'staff', id: (await someStaff({ role: 'desk' })).id } as const
  const { version: seen } = await Order.findOrFail(id)
  const words = { formKey: randomId(), orderId: id, text, files: [], seen, by }
  const said = await new AnswerOrder().handle({ ...words, word: 'complete' })
  if (!said.ok) throw new Error(said.reason)
}

test.group('Own orders', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => aShop())
  frozenAt(group, NOW)

  test('S11 the confirmation shows number, state, what was bought and how to pay it', async ({
    assert,
  }) => {
    const { client, page, order, user } = await anOwnOrder()
    const { text } = await client.get(page)
    for (const shown of [
      ...[order.number, 'Waiting for your payment', 'Monday, 25 January 2027', '€49.00'],
      ...['ES91 2100 0418 4502 0005 1332', 'The red ones', 'Prescription of Bea.pdf', 'VAT 21'],
      ...['Bea Nowhere', 'Order placed'],
    ]) {
      assert.include(text, shown)
    }
    const [file] = await StoredFile.all()
    assert.equal((await client.get(`/files/${file.publicId}`)).status, 200)
    const [mail] = await mailsTo(user.email)
    assert.equal(mail.subject, `Your order ${order.number}`)
    for (const part of [mail.html, mail.text]) {
      for (const shown of [
        'Eye test',
        '€49.00',
        order.reference.slice(0, 4),
        'Monday, 25 January 2027',
        page,
      ]) {
        assert.include(part, shown)
      }
    }
  })

  test('S12 "My orders" tell state and outcome, and stay', async ({ assert }) => {
    const { client, page, order, user } = await anOwnOrder()
    assert.include((await client.get('/account')).text, 'My orders')
    await isPaid(order)
    assert.include((await client.get(page)).text, 'Your order is paid')
    const back = { repaidMinor: order.totalMinor, paymentState: 'refunded' } as const
    await Order.query().where('id', order.id).update(back)
    assert.include((await client.get(page)).text, 'We have paid back everything.')
    assert.include((await client.get(ORDERS)).text, 'Paid back')
    await isDone(order, 'Your glasses are ready.\nPick them up.')
    const shown = await client.get(page)
    assert.match(
      shown.text,
      /<h2 id="outcome">Outcome<\/h2>[^]*Your glasses are ready\.\nPick them up\./
    )
    const list = await client.get(ORDERS)
    for (const text of [order.number, 'Done', '€49.00']) assert.include(list.text, text)
    assert.include(
      (await client.get(`${ORDERS}?page=2`)).text,
      'You have not ordered anything yet.'
    )
    const subjects = (await mailsTo(user.email)).map(({ subject }) => subject)
    assert.deepEqual(subjects, [
      `Your order ${order.number}`,
      `We have your payment: ${order.number}`,
      `Your order ${order.number} is done`,
    ])
  })

  test('S12 words go both ways, once, and what staff note among themselves stays there', async ({
    assert,
  }) => {
    const { client, page, order } = await anOwnOrder()
    const form = (await client.get(`${page}/message`)).form('/message')
    const empty = await client.submit(form, { text: ' \n ' })
    assert.equal(empty.status, 422)
    const text = '<b>When</b> will it be done?\nThank you.'
    for (const click of [1, 2]) {
      assert.equal((await client.submit(form, { text })).location, page, `click ${click}`)
    }
    assert.lengthOf(await Entry.query().where('deed', 'wrote'), 1)
    const by = { kind: 'staff', id: (await someStaff({ role: 'desk' })).id } as const
    const { version: seen } = await Order.findOrFail(order.id)
    const words = { formKey: randomId(), orderId: order.id, files: [], seen, by }
    await new AnswerOrder().handle({ ...words, word: 'note', text: 'A difficult one.' })
    const shown = await client.get(page)
    assert.include(shown.text, '&lt;b&gt;When&lt;/b&gt; will it be done?')
    assert.notInclude(shown.text, 'A difficult one.')
  })

  test('S12 files go with a message, and wait while it is corrected', async ({ assert }) => {
    const { client, page, order } = await anOwnOrder()
    const path = `${page}/message`
    const fields = (await client.get(path)).form('/message').fields as Record<string, string>
    const script = new File(['MZ'], 'run.exe', { type: 'application/octet-stream' })
    const bad = await client.upload(path, { ...fields, text: 'See these.', 'files[]': script })
    assert.equal(bad.status, 422)
    assert.include(bad.text, 'See these.')
    assert.include(bad.text, 'href="#files"')
    const empty = await client.upload(path, { ...fields, text: ' ', 'files[]': pdf('Face.pdf') })
    assert.equal(empty.status, 422)
    assert.include(empty.text, 'Face.pdf')
    const held = empty.form('/message').fields as Record<string, string>
    const sent = { ...held, text: 'See these.' }
    for (const click of [1, 2]) {
      assert.equal((await client.upload(path, sent)).location, page, `click ${click}`)
    }
    const entry = await Entry.findByOrFail({ deed: 'wrote', orderId: order.id })
    const use = 'shop-quotes.entry'
    const [file, ...others] = await StoredFile.query().where({ use }).whereNotNull('recordId')
    assert.deepEqual([file.recordId, file.name, others], [entry.id, 'Face.pdf', []])
    const shown = await client.get(page)
    assert.match(shown.text, new RegExp(`See these\\.[^]*/files/${file.publicId}">Face\\.pdf`))
    const forged = { ...fields, form_key: 'another', text: 'Mine.', 'files_held[]': file.publicId }
    assert.equal((await client.upload(path, forged)).status, 303)
    assert.equal((await file.refresh()).recordId, entry.id, 'a file stays with its words')
  })

  test('an order is cancelled while nothing is paid, not afterwards', async ({ assert }) => {
    const { client, page, order } = await anOwnOrder()
    const path = `${page}/cancellation`
    const form = (await client.get(path)).form('/cancellation')
    await isPaid(order)
    assert.equal((await client.get(path)).location, page)
    const late = await client.submit(form, { text: 'Too late' })
    assert.equal(late.status, 409)
    assert.include(late.text, 'Too late')
    const other = await anOwnOrder()
    const second = await Order.query().orderBy('id', 'desc').firstOrFail()
    const own = `${ORDERS}/${second.publicId}`
    const done = (await other.client.get(`${own}/cancellation`)).form('/cancellation')
    assert.equal((await other.client.submit(done, {})).location, own)
    assert.equal((await Order.findOrFail(second.id)).state, 'cancelled')
    assert.equal((await Order.findOrFail(order.id)).state, 'paid')
  })

  test('S12 foreign and wrong ids read "not found", files of answers too', async ({ assert }) => {
    const { order } = await anOwnOrder()
    const stranger = await signedIn(await someCustomer())
    const staff = await signedIn(await someStaff({ role: 'owner', isDemo: true }))
    const [file] = await StoredFile.all()
    for (const id of [order.publicId, String(order.id), order.number, 'x'.repeat(22)]) {
      for (const page of ['', '/message', '/cancellation', '/payment']) {
        assert.equal((await stranger.get(`${ORDERS}/${id}${page}`)).status, 404)
      }
    }
    assert.equal(
      (await staff.get(`${ORDERS}/${order.publicId}`)).status,
      404,
      'staff have the panel'
    )
    assert.equal((await stranger.get(`/files/${file.publicId}`)).status, 404)
    assert.equal((await staff.get(`/files/${file.publicId}`)).status, 200)
  })

  test('pages of orders and of the checkout send at most six statements', async ({ assert }) => {
    const { client, page, order } = await anOwnOrder()
    await isPaid(order)
    await isDone(order, 'Done.')
    await add(client, await aService())
    const checkout = '/account/shop-quotes/checkout'
    await client.submit((await client.get(checkout)).form('/checkout'))
    const pages = [page, ORDERS, `${page}/message`, checkout, `${checkout}/payment`]
    const counts: Record<string, number> = {}
    for (const path of [...pages, '/account/shop-quotes/billing']) {
      assert.equal((await client.get(path)).status, 200, path)
      counts[path] = await statements(() => client.get(path))
    }
    assert.isAtMost(Math.max(...Object.values(counts)), 6, JSON.stringify(counts))
  })
})
