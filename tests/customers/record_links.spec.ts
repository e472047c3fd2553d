import { test } from '@japa/runner'
import { auditTrailOf } from '#core/audit'
import { createCustomer, giveRecordLink, type Customer } from '#core/customers'
import { OutboxMail } from '#core/messaging'
import { clock, SYSTEM, transaction } from '#core/platform'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { aReservation } from '#tests/kit/core_records'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { withHealthLibrary } from '#tests/kit/library/library'
import { aLocation } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const EMAIL = 'ada@example.org'
const DAY = 86_400_000

/** What a health plugin keeps of a guest. */
async function aHealthRecord(): Promise<Customer> {
  const { customer } = await aReservation(await aLocation(), 'library')
  return customer.merge({ email: EMAIL }).save()
}

const aLink = async ({ id: customerId }: Customer) => {
  const token = await transaction((trx) => giveRecordLink(trx, { customerId, actor: SYSTEM }))
  return `/account/records/${token}`
}

const take = async (client: HttpClient, link: string) =>
  client.submit((await client.get(link)).form(link))

test.group('Records that join an account by a link', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withHealthLibrary())

  test('a health record joins by the link that staff send, not by the address', async ({
    assert,
  }) => {
    const record = await aHealthRecord()
    const plain = await transaction((trx) => {
      const person = { firstName: 'Ada', lastName: 'V', email: EMAIL, locale: 'en' as const }
      return createCustomer(trx, { ...person, actor: SYSTEM })
    })
    const user = await someCustomer({ email: EMAIL })
    const client = await signedIn(user)
    assert.equal((await plain.refresh()).userId, user.id)
    assert.isNull((await record.refresh()).userId, 'a mailbox of the family opens no health record')

    const desk = await atDesk('desk')
    const action = `/admin/customers/customers/${record.id}/send-record-link`
    const sent = await desk.submit((await desk.get(action)).form(action))
    assert.include((await desk.follow(sent)).text, 'The link is on its way.')
    const mail = await OutboxMail.query().where('template', 'customers.record_link').firstOrFail()
    assert.equal(mail.toAddress, EMAIL)
    const link = `/account/records/${(mail.data as { token: string }).token}`
    const page = await client.get(link)
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
    assert.include(page.text, record.name)
    assert.isNull((await record.refresh()).userId, 'opening it changes nothing')
    const taken = await take(client, link)
    assert.include((await client.follow(taken)).text, 'The record is in your account now.')
    assert.equal((await record.refresh()).userId, user.id)
    const trail = await auditTrailOf('customers.customer', record.id)
    assert.includeMembers(
      trail.map(({ action: deed }) => deed),
      ['customers.link_given', 'customers.taken_by_link']
    )
    assert.equal((await client.get(link)).status, 404, 'it works once')
    assert.equal((await desk.get(action)).status, 409, 'there is nothing left to send')
  })

  test('what is in somebody’s account stays there, and the other is told in words', async ({
    assert,
  }) => {
    const record = await aHealthRecord()
    const [first, second] = [await aLink(record), await aLink(record)]
    const owner = await someCustomer()
    await take(await signedIn(owner), first)
    const other = await signedIn(await someCustomer())
    const refused = await other.get(second)
    assert.equal(refused.status, 404)
    assert.include(refused.text, 'belongs to another account')
    const home = await other.get('/account/profile')
    const { _csrf } = home.form('/account/profile').fields
    assert.equal((await other.post(second, { _csrf: String(_csrf) })).status, 404)
    assert.equal((await record.refresh()).userId, owner.id)
  })

  test('of two people with one link at once, one gets the record', async ({ assert }) => {
    const record = await aHealthRecord()
    const link = await aLink(record)
    const clients = [await signedIn(await someCustomer()), await signedIn(await someCustomer())]
    const forms = await Promise.all(clients.map((client) => client.get(link)))
    const answers = await Promise.all(
      clients.map((client, at) => client.submit(forms[at].form(link)))
    )
    assert.sameMembers(
      answers.map(({ status }) => status),
      [303, 404]
    )
    assert.isNotNull((await record.refresh()).userId)
  })

  test('it asks to sign in, is nothing for staff, and ends after two weeks', async ({ assert }) => {
    const link = await aLink(await aHealthRecord())
    assert.equal((await visitor().get(link)).location, `/sign-in?next=${encodeURIComponent(link)}`)
    assert.equal((await (await signedIn(await someStaff())).get(link)).status, 404)
    const user = await someCustomer()
    clock.freeze(clock.now() + 14 * DAY + 1)
    const late = await (await signedIn(user)).get(link)
    clock.restore()
    assert.equal(late.status, 404)
    assert.include(late.text, 'This link no longer works')
  })
})
