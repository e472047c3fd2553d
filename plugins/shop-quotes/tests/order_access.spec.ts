import { test } from '@japa/runner'
import { routeTable } from '#core/platform'
import { Document } from '#plugins/shop-quotes/models/document'
import { StoredFile } from '#core/files'
import { aClerk, formOf, pathOf, replyOf } from '#plugins/shop-quotes/tests/order_desk'
import { aCustomer, anOrder, asStaff, NOW, orderNow, pay } from '#plugins/shop-quotes/tests/ordered'
import { aRequest } from '#plugins/shop-quotes/tests/quotes'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const pdf = () => new File(['%PDF-1.4\n%%EOF\n'], 'result.pdf', { type: 'application/pdf' })

test.group('Who sees an order and its papers', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function anOwned() {
    const user = await someCustomer()
    const customer = await aCustomer({ userId: user.id })
    const order = await pay(await anOrder({ customer }), await asStaff())
    const paper = await Document.findByOrFail('orderId', order.id)
    return { user, order, paper, address: `/account/shop-quotes/documents/${paper.publicId}` }
  }

  test('S12 a customer downloads the own paper; to others it is not there', async ({ assert }) => {
    const { user, paper, address } = await anOwned()
    const own = await (await signedIn(user)).get(address)
    assert.equal(own.status, 200)
    assert.equal(own.headers.get('content-type'), 'application/pdf')
    assert.include(own.headers.get('content-disposition')!, 'filename="R-2027-00001.pdf"')
    const other = await signedIn(await someCustomer())
    for (const id of [paper.publicId, String(paper.id), paper.number, 'x'.repeat(22)]) {
      const answer = await other.get(`/account/shop-quotes/documents/${id}`)
      assert.equal(answer.status, 404, id)
    }
    assert.equal((await (await aClerk()).client.get(address)).status, 404, 'staff have the panel')
    assert.equal((await visitor().get(address)).status, 303)
  })

  test('staff see what belongs to their locations and to the whole organisation', async ({
    assert,
  }) => {
    const [here, there] = [await aLocation(), await aLocation()]
    const by = await asStaff()
    const mine = await pay(await anOrder({ locationId: here.id }), by)
    const foreign = await pay(await anOrder({ locationId: there.id }), by)
    const everybodys = await pay(await anOrder(), by)
    const client = await atDesk('manager', [here])
    const paperOf = async (id: number) =>
      `/admin/shop-quotes/order-documents/${(await Document.findByOrFail('orderId', id)).id}`
    const { text } = await client.get('/admin/shop-quotes/orders?tab=all')
    for (const order of [mine, everybodys]) {
      assert.include(text, order.number)
      assert.equal((await client.get(pathOf(order))).status, 200)
      assert.equal((await client.get(await paperOf(order.id))).status, 200)
    }
    assert.notInclude(text, foreign.number)
    const desk = routeTable().filter(({ owner, area, pattern, method }) => {
      const isOrders = /^\/admin\/shop-quotes\/order(s|-\w+)\/:id/.test(pattern)
      return owner === 'shop-quotes' && area === 'staff' && method === 'GET' && isOrders
    })
    assert.isAtLeast(desk.length, 10)
    for (const { pattern } of desk) {
      const id = pattern.includes('documents')
        ? (await paperOf(foreign.id)).split('/').at(-1)!
        : String(foreign.id)
      assert.equal((await client.get(pattern.replace(':id', id))).status, 404, pattern)
    }
    for (const id of ['999999', '0', '-1', 'x', '99999999999', `${mine.id}x`]) {
      const answer = await client.get(`/admin/shop-quotes/order-documents/${id}`)
      assert.equal(answer.status, 404, id)
    }
  })

  test('files of an outcome are read by its customer and staff in scope, those of a note by staff', async ({
    assert,
  }) => {
    const [here, there] = [await aLocation(), await aLocation()]
    const user = await someCustomer()
    const customer = await aCustomer({ userId: user.id })
    const order = await pay(await anOrder({ customer, locationId: here.id }), await asStaff())
    const { client } = await aClerk()
    const send = async (word: string) => {
      const path = replyOf(order)
      const own = formOf(await client.get(path), path).fields as Record<string, string>
      const words = { ...own, word, message: 'See the file.' }
      assert.equal((await client.upload(path, { ...words, 'files[]': pdf() })).status, 303)
    }
    await send('note')
    await send('complete')
    assert.equal((await orderNow(order.id)).state, 'completed')
    const [noted, outcome] = (await StoredFile.query().orderBy('id')).map(
      ({ publicId }) => `/files/${publicId}`
    )
    const asked = [
      ...[await signedIn(user), client, await atDesk('manager', [here])],
      ...[await atDesk('manager', [there]), await signedIn(await someCustomer()), visitor()],
    ]
    const answers: number[][] = []
    for (const who of asked) {
      answers.push([(await who.get(outcome)).status, (await who.get(noted)).status])
    }
    assert.deepEqual(answers, [
      ...[
        [200, 404],
        [200, 200],
        [200, 200],
      ],
      ...[
        [404, 404],
        [404, 404],
        [404, 404],
      ],
    ])
  })

  test('S12 files of messages are read by both sides of an order and of a quote, by nobody else', async ({
    assert,
  }) => {
    const [here, there] = [await aLocation(), await aLocation()]
    const { user, client: customer, page, quote } = await aRequest({ locationId: here.id })
    const owned = await aCustomer({ userId: user.id })
    const order = await anOrder({ customer: owned, locationId: here.id })
    const { client: staff } = await aClerk()
    const desk = replyOf(order)
    const own = `/account/shop-quotes/orders/${order.publicId}/message`
    const reply = `/admin/shop-quotes/quote-replies/${quote.id}`
    const asks: [HttpClient, string, Record<string, string>][] = [
      [customer, own, { text: 'See my file.' }],
      [staff, desk, { word: 'write', message: 'See our file.' }],
      [customer, `${page}/words/write`, { text: 'See my file.' }],
      [staff, reply, { word: 'write', message: 'See our file.' }],
    ]
    for (const [client, path, words] of asks) {
      const fields = formOf(await client.get(path), path).fields as Record<string, string>
      const sent = await client.upload(path, { ...fields, ...words, 'files[]': pdf() })
      assert.equal(sent.status, 303, path)
    }
    const files = await StoredFile.query().orderBy('id')
    assert.lengthOf(files, 4)
    const near = await atDesk('desk', [here])
    const reads = [customer, staff, near]
    const far = await atDesk('desk', [there])
    const refused = [far, await signedIn(await someCustomer()), visitor()]
    for (const { publicId } of files) {
      for (const who of reads) assert.equal((await who.get(`/files/${publicId}`)).status, 200)
      for (const who of refused) assert.equal((await who.get(`/files/${publicId}`)).status, 404)
    }
    for (const [client, path, nth] of [
      ...[[customer, `/account/shop-quotes/orders/${order.publicId}`, 0] as const],
      ...[[staff, pathOf(order), 0] as const, [customer, page, 2] as const],
      ...[[staff, `/admin/shop-quotes/quotes/${quote.id}`, 2] as const],
    ]) {
      const { text } = await client.get(path)
      for (const { publicId } of files.slice(nth, nth + 2)) {
        assert.include(text, `/files/${publicId}`, path)
      }
    }
    const { text } = await customer.get(page)
    for (const said of ['You wrote', 'We wrote']) assert.include(text, `<h3>${said}</h3>`)
  })
})
