import { test } from '@japa/runner'
import { runDueJobs } from '#core/jobs'
import { OutboxMail } from '#core/messaging'
import { clock } from '#core/platform'
import { ExpireQuotes } from '#plugins/shop-quotes/actions/expire_quotes'
import { SaveDraft } from '#plugins/shop-quotes/actions/save_draft'
import { SayAboutQuote } from '#plugins/shop-quotes/actions/say_about_quote'
import { SendQuote } from '#plugins/shop-quotes/actions/send_quote'
import { Document } from '#plugins/shop-quotes/models/document'
import { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { QuoteLine } from '#plugins/shop-quotes/models/quote_line'
import { presentPaper } from '#plugins/shop-quotes/presenters/paper'
import { pay } from '#plugins/shop-quotes/tests/ordered'
import { placedMailOf } from '#plugins/shop-quotes/tests/orders_to_pay'
import {
  aDraft,
  aLine,
  acceptanceOf,
  anOffer,
  aProfile,
  aRequest,
  asStaff,
  deedsOf,
  mailsAbout,
  NOW,
  offers,
  quoteNow,
  type Asked,
} from '#plugins/shop-quotes/tests/quotes'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

test.group('Accepting a quote', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('S10 makes the order at the prices of the offer, and one mail says both', async ({
    assert,
  }) => {
    const offer = await anOffer()
    await offer.service.merge({ priceMode: 'fixed', priceMinor: 99_900 }).save()
    const answer = await offer.client.submit(await acceptanceOf(offer))
    const order = await Order.firstOrFail()
    assert.equal(answer.location, `/account/shop-quotes/orders/${order.publicId}`)
    assert.deepInclude(order.serialize(), {
      ...{ totalMinor: 12_100, netMinor: 10_000, state: 'placed', currency: 'EUR' },
      customerId: offer.quote.customerId,
    })
    const lines = await OrderLine.query().where('orderId', order.id)
    assert.deepEqual(
      lines.map(({ name, amountMinor, rateBp }) => [name, amountMinor, rateBp]),
      [[{ en: 'Glasses' }, 12_100, 2100]]
    )
    const { state, acceptance, currentVersionId } = await quoteNow(offer.quote)
    assert.equal(state, 'accepted')
    assert.deepInclude(acceptance!, { at: clock.now(), totalMinor: 12_100, chosen: [] })
    assert.equal(acceptance!.versionId, currentVersionId)
    assert.lengthOf(await OutboxMail.all(), 3, 'of the request, the offer, the order')
    const [, mail] = await placedMailOf(order)
    const told = [`accepted quote ${offer.quote.number}`, order.number, '€121.00']
    for (const words of told) assert.include(mail, words)
    assert.equal((await deedsOf(offer.quote)).at(-1), 'accepted accepted')
  })

  test('S10 a second click gets the same order', async ({ assert }) => {
    const offer = await anOffer()
    const form = await acceptanceOf(offer)
    const first = await offer.client.submit(form)
    const second = await offer.client.submit(form)
    assert.equal(second.location, first.location)
    assert.lengthOf(await Order.all(), 1)
  })

  test('S10 an optional line counts once it was chosen and its total was shown', async ({
    assert,
  }) => {
    const offer = await anOffer()
    const { publicId } = await QuoteLine.findByOrFail('description', 'Case')
    const first = await offer.client.submit(await acceptanceOf(offer), { 'chosen[]': publicId })
    assert.equal(first.status, 409)
    assert.include(first.text, '€133.10')
    assert.lengthOf(await Order.all(), 0)
    const form = first.form('/acceptance')
    const answer = await offer.client.submit(form, { 'chosen[]': publicId })
    assert.equal(answer.status, 303)
    assert.equal((await Order.firstOrFail()).totalMinor, 13_310)
  })

  test('S10 the order and its receipt say by how much everything was lowered', async ({
    assert,
  }) => {
    const asked = await aRequest()
    await aProfile(asked.user)
    const lines = [aLine({ quantity: '2', discountBp: 1000 })]
    const quote = await offers(asked.quote, { lines, wholeDiscountBp: 500 })
    const answer = await asked.client.submit(await acceptanceOf({ ...asked, quote }))
    const page = await asked.client.get(answer.location!)
    // 2 × 121.00, less 10 % and then 5 %.
    for (const words of ['10% discount', 'Discount on the whole', '5%', '€206.91']) {
      assert.include(page.text, words)
    }
    await pay(await Order.firstOrFail(), await asStaff())
    const paper = presentPaper(await Document.firstOrFail())
    assert.deepEqual(paper.totals[0], { label: 'Discount on the whole', text: '5\u00a0%' })
    assert.include((await asked.client.get(asked.page)).text, '€206.91')
  })

  test('S10 a version, digest or line that was never offered is refused', async ({ assert }) => {
    const offer = await anOffer()
    const form = await acceptanceOf(offer)
    const forged = [{ digest: 'f'.repeat(64) }, { version: 'x'.repeat(22) }]
    for (const fields of [...forged, { 'chosen[]': 'x'.repeat(22) }]) {
      const answer = await offer.client.submit(form, fields)
      assert.equal(answer.status, 409, JSON.stringify(fields))
    }
    assert.lengthOf(await Order.all(), 0)
  })

  test('S10 another version that came meanwhile has to be read first', async ({ assert }) => {
    const offer = await anOffer()
    const form = await acceptanceOf(offer)
    await offers(offer.quote, { lines: [aLine({ unitPriceMinor: 15_000 })] })
    const answer = await offer.client.submit(form)
    assert.equal(answer.status, 409)
    assert.include(answer.text, 'another version')
    const wrong = await offer.client.submit(form, { billing: '', method: '' })
    assert.equal(wrong.status, 409, 'something is missing as well')
    assert.lengthOf(await Order.all(), 0)
    const page = await offer.client.get(offer.page)
    assert.include(page.text, 'Glasses, price: €121.00')
  })

  test('S10 it is good to the last second of its last day, whatever the job has done', async ({
    assert,
  }) => {
    const made = await anOffer()
    clock.freeze(Date.parse('2026-12-09T22:59:58Z'))
    const offer = { ...made, client: await signedIn(made.user) }
    const form = await acceptanceOf(offer)
    clock.freeze(Date.parse('2026-12-09T23:00:00Z'))
    const late = await offer.client.submit(form)
    assert.equal(late.status, 409)
    assert.include(late.text, 'Ask to revive the offer')
    assert.equal((await quoteNow(offer.quote)).state, 'sent')
    clock.freeze(Date.parse('2026-12-09T22:59:59Z'))
    assert.equal((await offer.client.submit(form)).status, 303)
    assert.lengthOf(await Order.all(), 1)
  })

  test('S10 the job writes down that it has expired, and a mail says how to revive it', async ({
    assert,
  }) => {
    const offer = await anOffer()
    clock.freeze(Date.parse('2026-12-09T22:59:59Z'))
    await new ExpireQuotes().handle()
    assert.equal((await quoteNow(offer.quote)).state, 'sent')
    clock.freeze(Date.parse('2026-12-09T23:00:00Z'))
    await new ExpireQuotes().handle()
    await new ExpireQuotes().handle()
    assert.equal((await quoteNow(offer.quote)).state, 'expired')
    const mails = await mailsAbout(offer.quote)
    assert.deepEqual(mails.slice(1), ['shop-quotes.quote_sent', 'shop-quotes.quote_expired'])
  })

  test('S10 words after its last day leave it to the job to say that it has expired', async ({
    assert,
  }) => {
    const offer = await anOffer()
    clock.freeze(Date.parse('2026-12-09T23:00:00Z'))
    const by = { kind: 'customer', id: offer.user.id } as const
    const words = { word: 'write', text: 'Am I late?', files: [], seen: null } as const
    const said = await new SayAboutQuote().handle({
      ...{ ...words, formKey: 'once', quoteId: offer.quote.id, by },
    })
    assert.isTrue(said.ok)
    await new ExpireQuotes().handle()
    assert.deepEqual((await deedsOf(offer.quote)).slice(-2), ['wrote sent', 'expired expired'])
    assert.include(await mailsAbout(offer.quote), 'shop-quotes.quote_expired')
  })

  test('S10 an offer that optional deductions could bring below zero is not sent', async ({
    assert,
  }) => {
    const { quote } = await aRequest()
    const deduction = aLine({ description: 'Old frame', unitPriceMinor: -12_101, optional: true })
    await assert.rejects(() => offers(quote, { lines: [aLine(), deduction] }), 'below_zero')
    const less = { ...deduction, unitPriceMinor: -12_100 }
    const by = await asStaff()
    const draft = aDraft({ lines: [aLine(), less] })
    const saved = await new SaveDraft().handle({ quoteId: quote.id, draft, seen: 1, by })
    assert.isTrue(saved.ok)
    const sent = await new SendQuote().handle({ quoteId: quote.id, seen: 2, by })
    assert.isTrue(sent.ok)
  })

  test('S5 what is missing is said at its field, and nothing is ordered', async ({ assert }) => {
    const offer = await anOffer()
    const answer = await offer.client.submit(await acceptanceOf(offer), { billing: '', method: '' })
    assert.equal(answer.status, 422)
    assert.include(answer.text, 'Please choose to whom it is made out.')
    assert.include(answer.text, 'Please choose how you want to pay.')
    const { publicId } = await aProfile(await someCustomer())
    const foreign = await offer.client.submit(await acceptanceOf(offer), { billing: publicId })
    assert.equal(foreign.status, 422)
    assert.notInclude(foreign.text, publicId)
    assert.lengthOf(await Order.all(), 0)
  })
})

test.group('What else a customer does about a quote', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  const says = async ({ client, page }: Asked, word: string, text = '') =>
    client.submit((await client.get(`${page}/words/${word}`)).form(`/words/${word}`), { text })

  test('S12 rejects it with a reason, and it is over', async ({ assert }) => {
    const offer = await anOffer()
    assert.equal((await says(offer, 'reject')).status, 422)
    await says(offer, 'reject', 'Too dear.')
    assert.equal((await quoteNow(offer.quote)).state, 'rejected')
    assert.equal((await offer.client.get(`${offer.page}/acceptance`)).status, 409)
    await runDueJobs()
    assert.equal((await mailsAbout(offer.quote)).at(-1), 'shop-quotes.quote_news')
  })

  test('S12 asks for a change, writes, takes the request back', async ({ assert }) => {
    const offer = await anOffer()
    await says(offer, 'write', 'Hello.')
    await says(offer, 'ask_change', 'In blue, please.')
    await says(offer, 'withdraw')
    assert.deepEqual((await deedsOf(offer.quote)).slice(-3), [
      'wrote sent',
      'asked_change change_requested',
      'took_back withdrawn',
    ])
  })

  test('S12 has an expired one revived', async ({ assert }) => {
    const made = await anOffer()
    clock.freeze(Date.parse('2026-12-10T08:00:00Z'))
    const offer = { ...made, client: await signedIn(made.user) }
    assert.include((await offer.client.get(offer.page)).text, 'Ask to revive the offer')
    await says(offer, 'ask_revival')
    assert.equal((await quoteNow(offer.quote)).state, 'change_requested')
  })

  test('S10 the offer is there as a paper', async ({ assert }) => {
    const offer = await anOffer()
    const answer = await offer.client.get(`${offer.page}/paper`)
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    assert.isTrue(answer.text.startsWith('%PDF'))
  })
})
