import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { HonourQuote } from '#plugins/shop-quotes/actions/honour_quote'
import { ExpireQuotes } from '#plugins/shop-quotes/actions/expire_quotes'
import { clock, transaction, type Trx } from '#core/platform'
import { SENT_FOR_GOOD } from '#plugins/shop-quotes/domain/offer_guards'
import { QuoteLine } from '#plugins/shop-quotes/models/quote_line'
import { QuoteTemplate } from '#plugins/shop-quotes/models/quote_template'
import { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'
import {
  aLine,
  aRequest,
  asStaff,
  deedsOf,
  mailsAbout,
  NOW,
  offers,
  quoteNow,
} from '#plugins/shop-quotes/tests/quotes'
import { signedIn, someStaff } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { Answer, HttpClient } from '#tests/kit/http'

async function anEditor() {
  const asked = await aRequest()
  const staff = await signedIn(await someStaff({ role: 'desk', locale: 'en' }))
  const editor = `/admin/shop-quotes/quote-drafts/${asked.quote.id}`
  return { ...asked, staff, editor }
}

const FIRST = { 'lines[0][price]': '100.00', 'lines[0][basis]': 'net' }

const press = async (staff: HttpClient, page: Answer, command: string, fields = {}) =>
  staff.submit(page.form('/quote-drafts'), { do: command, ...fields })

test.group('The editor of an offer', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('S10 begins with what was requested, in the language of the customer', async ({
    assert,
  }) => {
    const { staff, editor } = await anEditor()
    const { fields } = (await staff.get(editor)).form('/quote-drafts')
    const sent = fields as Record<string, string>
    assert.equal(sent['lines[0][description]'], 'Glasses')
    assert.equal(sent['lines[0][quantity]'], '2')
    assert.equal(sent.last_day, '2026-12-30')
  })

  test('S10 lines are added, moved and removed without a script, and nothing is lost', async ({
    assert,
  }) => {
    const { staff, editor } = await anEditor()
    const added = await press(staff, await staff.get(editor), 'add', FIRST)
    const second = { 'lines[1][description]': 'Case', 'lines[1][price]': 'twelve' }
    const moved = await press(staff, added, 'up:1', second)
    const fields = moved.form('/quote-drafts').fields as Record<string, string>
    assert.equal(fields['lines[0][description]'], 'Case')
    assert.equal(fields['lines[0][price]'], 'twelve')
    assert.equal(fields['lines[1][price]'], '100.00')
    const removed = await press(staff, moved, 'remove:0')
    const left = removed.form('/quote-drafts').fields as Record<string, string>
    assert.equal(left['lines[0][price]'], '100.00')
    assert.notProperty(left, 'lines[1][price]')
    assert.lengthOf(await QuoteVersion.all(), 0)
  })

  test('S10 keeps lines with discounts and says what they come to', async ({ assert }) => {
    const { staff, editor, quote } = await anEditor()
    const typed = { ...FIRST, 'lines[0][discount]': '10', whole_discount: '5', intro: 'Hello.' }
    const answer = await press(staff, await staff.get(editor), 'save', typed)
    assert.equal(answer.location, editor)
    const version = await QuoteVersion.findByOrFail('quoteId', quote.id)
    const [line] = await QuoteLine.query().where('quoteVersionId', version.id)
    assert.deepEqual(
      [line.quantity, line.unitPriceMinor, line.discountBp, line.rateBp, line.amountMinor],
      ['2', 10_000, 1000, 2100, 17_100]
    )
    assert.equal(version.totalMinor, 20_691)
    assert.include((await staff.get(editor)).text, '€206.91')
    assert.equal((await quoteNow(quote)).state, 'requested')
  })

  test('S10 what cannot be read is told at its field', async ({ assert }) => {
    const { staff, editor } = await anEditor()
    const typed = { ...FIRST, 'lines[0][quantity]': '0', last_day: '' }
    const answer = await press(staff, await staff.get(editor), 'save', typed)
    assert.equal(answer.status, 422)
    assert.include(answer.text, 'More than 0, with at most three decimals.')
    assert.include(answer.text, 'Please enter a day.')
  })

  test('S10 of two who write at once the second sees what the first changed', async ({
    assert,
  }) => {
    const { staff, editor } = await anEditor()
    const [one, other] = [await staff.get(editor), await staff.get(editor)]
    await press(staff, one, 'save', { ...FIRST, 'lines[0][price]': '80.00' })
    const late = await press(staff, other, 'save', FIRST)
    assert.equal(late.status, 409)
    assert.include(late.text, 'Glasses, price: €100.00 plus VAT → €80.00 plus VAT')
    const again = await press(staff, late, 'save')
    assert.equal(again.location, editor)
    assert.equal((await QuoteLine.firstOrFail()).unitPriceMinor, 10_000)
  })

  test('S10 the words and lines of a template come after what is there', async ({ assert }) => {
    const { staff, editor } = await anEditor()
    const description = { en: 'Fitting' }
    const line = { description, quantity: 1, priceMinor: 2500, basis: 'gross', optional: true }
    const { id } = await QuoteTemplate.create({
      ...{ name: 'Usual', intro: { en: 'As agreed.' }, conditions: null, reply: null },
      ...{ lines: [{ ...line, basis: 'gross', taxClass: 'standard' }], position: 0, active: true },
    })
    const used = await press(staff, await staff.get(editor), 'use_template', {
      ...{ template: String(id), intro: 'Hello.' },
    })
    const fields = used.form('/quote-drafts').fields as Record<string, string>
    assert.equal(fields.intro, 'Hello.\n\nAs agreed.')
    assert.equal(fields['lines[1][description]'], 'Fitting')
    assert.equal(fields['lines[1][price]'], '25.00')
  })

  test('S10 is sent as its preview shows it, frozen and with a mail', async ({ assert }) => {
    const { staff, editor, quote, client, page } = await anEditor()
    const typed = { ...FIRST, conditions: 'Paid before.' }
    const answer = await press(staff, await staff.get(editor), 'preview', typed)
    const preview = await staff.follow(answer)
    assert.include(preview.text, 'Paid before.')
    assert.include(preview.text, '€242.00')
    assert.notInclude((await client.get(page)).text, 'Paid before.')
    const sent = await staff.submit(preview.form('/quote-sendings'))
    assert.equal(sent.location, `/admin/shop-quotes/quotes/${quote.id}`)
    const version = await QuoteVersion.firstOrFail()
    assert.match(version.digest!, /^[\da-f]{64}$/)
    assert.deepEqual((await mailsAbout(quote)).slice(-1), ['shop-quotes.quote_sent'])
    assert.include((await client.get(page)).text, 'Accept and order')
    assert.equal((await staff.submit(preview.form('/quote-sendings'))).status, 409)
  })

  test('S10 a new version begins as a copy, and both stand side by side', async ({ assert }) => {
    const { staff, editor, quote } = await anEditor()
    await offers(quote, { lines: [aLine({ description: 'Frame' })] })
    const fields = (await staff.get(editor)).form('/quote-drafts').fields as Record<string, string>
    assert.equal(fields['lines[0][description]'], 'Frame')
    assert.equal(fields['lines[0][price]'], '121.00')
    await offers(quote, { lines: [aLine({ description: 'Frame', quantity: '1.5' })] })
    const compared = await staff.get(`/admin/shop-quotes/quote-comparisons/${quote.id}`)
    assert.include(compared.text, 'Frame, quantity: 1 → 1.5')
  })

  test('S10 an expired offer is honoured with a reason and another day', async ({ assert }) => {
    const { quote } = await anEditor()
    await offers(quote)
    clock.freeze(Date.parse('2026-12-10T09:00:00Z'))
    await new ExpireQuotes().handle()
    const by = await asStaff()
    const honour = { quoteId: quote.id, reason: 'You were away.', by }
    const past = await new HonourQuote().handle({ ...honour, lastDay: '2026-12-09' })
    assert.deepEqual(past, { ok: false, reason: 'day_over' })
    await new HonourQuote().handle({ ...honour, lastDay: '2026-12-20' })
    const { state, lastDay } = await quoteNow(quote)
    assert.deepEqual([state, lastDay], ['sent', '2026-12-20'])
    assert.equal((await deedsOf(quote)).at(-1), 'honoured sent')
  })

  test('S10 the database refuses to change what was sent, and lets words of an erased person go', async ({
    assert,
  }) => {
    const { quote } = await aRequest()
    await offers(quote, { lines: [aLine()], lastDay: '2027-02-01' })
    const { id } = await QuoteVersion.findByOrFail('quoteId', quote.id)
    const [line] = await db.from(QuoteLine.table)
    const writes: ((trx: Trx) => Promise<unknown>)[] = [
      (trx) => trx.from(QuoteVersion.table).where({ id }).update({ total_minor: 1 }),
      (trx) => trx.from(QuoteVersion.table).where({ id }).update({ intro: 'Other words.' }),
      (trx) => trx.from(QuoteVersion.table).where({ id }).delete(),
      (trx) => trx.from(QuoteLine.table).update({ amount_minor: 1 }),
      (trx) => trx.from(QuoteLine.table).delete(),
      (trx) => trx.table(QuoteLine.table).insert({ ...line, id: 99, public_id: 'x'.repeat(22) }),
    ]
    for (const write of writes) {
      const written = transaction(async (trx) => void (await write(trx)))
      await assert.rejects(() => written, new RegExp(SENT_FOR_GOOD))
    }
    await transaction((trx) => trx.from(QuoteVersion.table).where({ id }).update({ intro: null }))
  })
})
