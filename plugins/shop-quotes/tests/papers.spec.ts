import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { OutboxMail } from '#core/messaging'
import { Organisation } from '#core/organisation'
import { saveSetting } from '#core/settings'
import { clock, SYSTEM, transaction, type Trx } from '#core/platform'
import { checkNumbers } from '#plugins/shop-quotes/actions/check_numbers'
import { RefundOrder } from '#plugins/shop-quotes/actions/refund_order'
import { TakeDeskStep } from '#plugins/shop-quotes/actions/take_desk_step'
import { DATES_GO_ON, ISSUED_FOR_GOOD } from '#plugins/shop-quotes/domain/paper_guards'
import { numbersAreWhole } from '#plugins/shop-quotes/health'
import { ORDER_MAILS } from '#plugins/shop-quotes/mails/order_mails'
import { REFUND_MAILS } from '#plugins/shop-quotes/mails/refund_mail'
import { Document } from '#plugins/shop-quotes/models/document'
import type { Order } from '#plugins/shop-quotes/models/order'
import { paperFile } from '#plugins/shop-quotes/presenters/paper'
import { sellerAddress, sellerName } from '#plugins/shop-quotes/settings'
import {
  aKey,
  anOrder,
  asStaff,
  BOUGHT,
  NOW,
  orderNow,
  pay,
  TOTAL,
} from '#plugins/shop-quotes/tests/ordered'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { pdfText } from '#tests/kit/pdf_text'

const NO_INVOICE = {
  es: 'No es una factura.',
  pt: 'Não é uma fatura.',
  en: 'It is not an invoice.',
  fr: 'Ce n’est pas une facture.',
  it: 'Non è una fattura.',
  ca: 'No és una factura.',
  de: 'Sie ist keine Rechnung.',
  pl: 'Nie jest fakturą.',
} as const

/** What a reader of the PDF reads, as one text. */
const printedOf = async (paper: Document) =>
  pdfText((await paperFile(paper)).content)
    .join(' ')
    .replaceAll(/\s+/g, ' ')

const papers = () => Document.query().orderBy('id')

async function refund(order: Order, amountMinor: number) {
  const { id: orderId, version: seen } = await orderNow(order.id)
  const by = await asStaff()
  const asked = { orderId, seen, by, amountMinor, formKey: aKey(), reason: 'Counted twice' }
  const done = await new RefundOrder().handle({
    ...{ ...asked, method: 'bank_transfer', valueDay: '2027-01-13' },
  })
  if (!done.ok) throw new Error(done.reason)
}

test.group('Receipts and credit notes', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('S11 paid: one receipt with everything that was bought, for good', async ({ assert }) => {
    await transaction(async (trx) => {
      await saveSetting(trx, sellerName, 'Vista Clara SL', SYSTEM)
      await saveSetting(trx, sellerAddress, 'Calle Mayor 4\n28013 Madrid', SYSTEM)
    })
    const order = await pay(await anOrder(), await asStaff())
    const [receipt, ...others] = await papers()
    assert.isEmpty(others)
    assert.containsSubset(receipt.$attributes, {
      ...{ number: 'R-2027-00001', series: 'R', year: 2027, nth: 1, kind: 'receipt' },
      ...{ orderId: order.id, issuedOn: '2027-01-12', totalMinor: TOTAL },
    })
    const { content } = receipt
    assert.equal(content.seller.name, 'Vista Clara SL')
    assert.equal(content.buyer.lastName, 'Nowhere')
    assert.deepEqual(
      content.lines.map(({ name, amountMinor }) => [name, amountMinor]),
      BOUGHT.map(({ name }, nth) => [name, [3660, 2080][nth]])
    )
    assert.deepEqual(content.money, [{ day: '2027-01-12', method: 'desk', amountMinor: TOTAL }])
    await transaction((trx) => saveSetting(trx, sellerName, 'Another one', SYSTEM))
    const printed = await printedOf(await Document.firstOrFail())
    for (const words of ['R-2027-00001', 'Vista Clara SL', 'Via Roma 1', 'Eye test', '€57.40']) {
      assert.include(printed, words)
    }
  })

  test('S11 a seller without a name of its own is called like the organisation', async ({
    assert,
  }) => {
    await Organisation.query().update({ name: 'Vista Clara' })
    await pay(await anOrder(), await asStaff())
    assert.equal((await Document.firstOrFail()).content.seller.name, 'Vista Clara')
  })

  test('the receipt says in every language that it is no invoice', async ({ assert }) => {
    const by = await asStaff()
    for (const locale of Object.keys(NO_INVOICE) as (keyof typeof NO_INVOICE)[]) {
      const order = await pay(await anOrder({ locale }), by)
      const paper = await Document.findByOrFail('orderId', order.id)
      const printed = await printedOf(paper)
      assert.include(printed, NO_INVOICE[locale], locale)
    }
  })

  test('S11 the mail that says that the money is there carries the receipt', async ({ assert }) => {
    await pay(await anOrder(), await asStaff())
    const mail = await OutboxMail.findByOrFail('template', 'shop-quotes.order_paid')
    const files = await ORDER_MAILS.paid.attachments!(mail.data as never, (key) => key)
    assert.deepEqual(
      files.map((file) => 'filename' in file && file.filename),
      ['R-2027-00001.pdf']
    )
  })

  test('a refund is credited as far as it takes back what the receipt says, and names it', async ({
    assert,
  }) => {
    const order = await pay(await anOrder(), await asStaff(), 6740)
    await refund(order, 1000)
    assert.lengthOf(await papers(), 1, 'what was too much')
    await refund(order, 1000)
    await refund(order, 4740)
    const [, part, rest] = await papers()
    assert.deepEqual([part.number, part.totalMinor], ['C-2027-00001', 1000])
    assert.deepEqual([rest.number, rest.totalMinor], ['C-2027-00002', 4740])
    assert.deepEqual(part.content.corrects, { number: 'R-2027-00001', reason: 'Counted twice' })
    const { netMinor, taxMinor, roundingMinor } = part.content
    assert.equal(netMinor + taxMinor + roundingMinor, 1000)
    const [, mailed] = await OutboxMail.query().where('template', 'shop-quotes.order_repaid')
    const files = await REFUND_MAILS.order_repaid.attachments!(mailed.data as never, (key) => key)
    assert.deepEqual(
      files.map((file) => 'filename' in file && file.filename),
      ['C-2027-00001.pdf']
    )
    const printed = await printedOf(part)
    for (const words of ['C-2027-00001', 'R-2027-00001', 'Counted twice', '€10.00']) {
      assert.include(printed, words)
    }
  })

  test('money of an order that was never paid in full goes back without a paper', async ({
    assert,
  }) => {
    const by = await asStaff()
    const order = await pay(await anOrder(), by, 1000)
    await new TakeDeskStep().handle({ orderId: order.id, step: 'cancel', text: 'Closed', by })
    await refund(order, 1000)
    assert.isEmpty(await papers())
    assert.equal((await orderNow(order.id)).paymentState, 'refunded')
  })

  test('the database refuses to change or remove a paper, and a day before the last one', async ({
    assert,
  }) => {
    await pay(await anOrder(), await asStaff())
    const write = (work: (trx: Trx) => Promise<unknown>) => () =>
      transaction(async (trx) => void (await work(trx)))
    const table = 'shop_quotes_documents'
    const change = write((trx) => trx.from(table).update({ total_minor: 1 }))
    const remove = write((trx) => trx.from(table).delete())
    await assert.rejects(change, new RegExp(ISSUED_FOR_GOOD))
    await assert.rejects(remove, new RegExp(ISSUED_FOR_GOOD))
    const [row] = await db.from(table)
    const earlier = { ...row, id: 99, public_id: 'x'.repeat(22), nth: 2, number: 'R-2027-00002' }
    const insert = write((trx) =>
      trx.table(table).insert({ ...earlier, kind: 'credit_note', issued_on: '2027-01-11' })
    )
    await assert.rejects(insert, new RegExp(DATES_GO_ON))
    assert.lengthOf(await papers(), 1)
  })

  test('a clock that was set back dates a paper like the one before it', async ({ assert }) => {
    const by = await asStaff()
    await pay(await anOrder(), by)
    clock.freeze(clock.now() - 30 * 3_600_000)
    await pay(await anOrder(), by)
    const days = (await papers()).map(({ issuedOn }) => issuedOn)
    assert.deepEqual(days, ['2027-01-12', '2027-01-12'])
  })

  test('the gap report is empty unless somebody wrote by hand, and then names the number', async ({
    assert,
  }) => {
    const by = await asStaff()
    for (let nth = 0; nth < 3; nth++) await pay(await anOrder(), by)
    assert.deepEqual(await checkNumbers(), [])
    assert.isTrue((await numbersAreWhole.check()).ok)
    const client = await atDesk('manager')
    const page = await client.get('/admin/shop-quotes/numbers')
    for (const words of ['O-2027-00001', 'O-2027-00003', 'R-2027-00003']) {
      assert.include(page.text, words)
    }
    await db.from('numbering_sequences').where('key', 'shop-quotes.R:2027').update({ value: 4 })
    await pay(await anOrder(), by)
    await db.from('numbering_sequences').where('key', 'shop-quotes.O:2027').update({ value: 7 })
    const missing = await checkNumbers()
    assert.deepEqual(missing, ['O-2027-00005 – O-2027-00007', 'R-2027-00004'])
    assert.deepEqual(await numbersAreWhole.check(), {
      ...{ ok: false, detail: `missing: ${missing.join(', ')}` },
    })
    const told = await client.get('/admin/shop-quotes/numbers')
    assert.include(told.text, 'Numbers are missing')
    assert.include(told.text, 'R-2027-00004')
  })
})
