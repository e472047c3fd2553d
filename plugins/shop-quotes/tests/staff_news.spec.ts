import { test } from '@japa/runner'
import { disableUser, type User } from '#core/accounts'
import { runDueJobs } from '#core/jobs'
import { OutboxMail } from '#core/messaging'
import { Organisation, type Location } from '#core/organisation'
import { setLocationsOf } from '#app/accounts/admin/user_locations'
import { SYSTEM, transaction, type Actor } from '#core/platform'
import { SayAboutQuote } from '#plugins/shop-quotes/actions/say_about_quote'
import { writeToOrder } from '#plugins/shop-quotes/actions/write_to_order'
import type { Order } from '#plugins/shop-quotes/models/order'
import { mailsTo } from '#plugins/shop-quotes/tests/mails'
import { aCustomer, aKey, anOrder, asStaff, NOW, pay } from '#plugins/shop-quotes/tests/ordered'
import { aRequest } from '#plugins/shop-quotes/tests/quotes'
import { someCustomer, someStaff } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'

const HOUSE = 'house@example.org'

/** Addresses of the mails to staff, oldest first. */
async function toldOf(template = 'shop-quotes.order_news'): Promise<string[]> {
  await runDueJobs()
  const mails = await OutboxMail.query().where({ template }).orderBy('id')
  return mails.map(({ toAddress }) => toAddress)
}

const hasMailbox = async (email: string | null) =>
  (await Organisation.findOrFail(1)).merge({ email, defaultLocale: 'pl' }).save()

async function worksAt(user: User, { id }: Location): Promise<User> {
  await transaction((trx) => setLocationsOf(user.id, [id], trx))
  return user
}

async function anOwned(own: Partial<Order> = {}) {
  const user = await someCustomer()
  const order = await anOrder({ customer: await aCustomer({ userId: user.id }) })
  await order.merge(own).save()
  const by: Actor = { kind: 'customer', id: user.id }
  const writes = (text: string, formKey = aKey()) =>
    writeToOrder({ formKey, orderId: order.id, text, files: [], by })
  return { order, writes }
}

test.group('What customers say reaches staff', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('S12 whoever looks after an order gets one mail, in their language', async ({ assert }) => {
    await hasMailbox(HOUSE)
    const clerk = await someStaff({ role: 'desk', locale: 'de' })
    const { order, writes } = await anOwned({ assigneeId: clerk.id })
    const text = `<b>When</b> will it be done?\n${'Thank you. '.repeat(40)}The end.`
    for (let click = 0; click < 2; click++) assert.isTrue((await writes(text, 'one form')).ok)
    assert.deepEqual(await toldOf(), [clerk.email])
    const [mail] = await mailsTo(clerk.email)
    assert.equal(mail.subject, `Bestellung ${order.number}: Nachricht geschrieben`)
    assert.include(mail.html, `/admin/shop-quotes/orders/${order.id}"`)
    assert.include(mail.html, '&lt;b&gt;When&lt;/b&gt; will it be done?')
    assert.include(mail.text, 'Bea Nowhere')
    assert.notInclude(mail.text, 'The end.', 'the rest is read in the panel')
    await writes('One thing more.')
    assert.lengthOf(await toldOf(), 2)
  })

  test('S12 while nobody looks after it, the mailbox of its place or of the house does', async ({
    assert,
  }) => {
    const place = await aLocation({ email: 'place@example.org' })
    const silent = await aLocation()
    const clerk = await someStaff({ role: 'desk' })
    await hasMailbox(HOUSE)
    for (const { id: locationId } of [place, silent]) {
      await (await anOwned({ locationId })).writes('Hello.')
    }
    await (await anOwned()).writes('Hello.')
    assert.deepEqual(await toldOf(), ['place@example.org', HOUSE, HOUSE])
    const [mail] = await mailsTo('place@example.org')
    assert.match(mail.subject, /^Zamówienie .*: Napisano$/)
    await disableUser(clerk.id, SYSTEM)
    await (await anOwned({ assigneeId: clerk.id, locationId: place.id })).writes('Hello.')
    assert.equal((await toldOf()).at(-1), 'place@example.org', 'who left is told no more')
  })

  test('S12 without a mailbox everybody who may answer there is told, and nobody else', async ({
    assert,
  }) => {
    const [here, there] = [await aLocation(), await aLocation()]
    const owner = await someStaff({ role: 'owner' })
    const near = await worksAt(await someStaff({ role: 'desk' }), here)
    const far = await worksAt(await someStaff({ role: 'desk' }), there)
    await someStaff({ role: null })
    await (await anOwned({ locationId: here.id })).writes('Hello.')
    assert.deepEqual(await toldOf(), [owner.email, near.email])
    await (await anOwned({ locationId: here.id, assigneeId: far.id })).writes('Hello.')
    assert.deepEqual((await toldOf()).slice(2), [owner.email, near.email], 'out of their reach')
  })

  test('S12 what a customer does about a quote is told alike, with how their words begin', async ({
    assert,
  }) => {
    await hasMailbox(HOUSE)
    const { quote, user } = await aRequest()
    const said = {
      quoteId: quote.id,
      files: [],
      seen: null,
      by: { kind: 'customer', id: user.id } as const,
    }
    const say = (word: 'write' | 'withdraw', text: string | null) =>
      new SayAboutQuote().handle({ ...said, word, text, formKey: aKey() })
    await say('write', 'Is blue possible?')
    await say('withdraw', null)
    assert.deepEqual(await toldOf('shop-quotes.quote_news'), [HOUSE, HOUSE, HOUSE])
    const mails = await mailsTo(HOUSE)
    assert.deepEqual(
      mails.map(({ subject }) => subject.split(': ')[1]),
      ['Poproszono o ofertę', 'Napisano', 'Wycofano prośbę']
    )
    for (const shown of ['Is blue possible?', `/admin/shop-quotes/quotes/${quote.id}`]) {
      assert.include(mails[1].html, shown)
    }
  })

  test('S11 a paid order is told, one that staff wrote down themselves is not', async ({
    assert,
  }) => {
    await hasMailbox(HOUSE)
    await pay(await anOrder(), await asStaff())
    assert.isEmpty(await toldOf())
    const order = await pay(await anOrder(), SYSTEM)
    assert.deepEqual(await toldOf(), [HOUSE])
    const [{ subject }] = await mailsTo(HOUSE)
    assert.equal(subject, `Zamówienie ${order.number}: Zamówienie jest opłacone`)
  })
})
