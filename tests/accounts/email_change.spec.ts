import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { sessionsOf, User } from '#core/accounts'
import { auditTrailOf } from '#core/audit'
import { createCustomer } from '#core/customers'
import { runDueJobs } from '#core/jobs'
import { OutboxMail, renderMail } from '#core/messaging'
import { clock, SYSTEM, transaction } from '#core/platform'
import { captcha } from '#core/web'
import { AnswerEmailChange } from '#app/accounts/jobs/answer_email_change'
import { AnswerRegistration } from '#app/accounts/jobs/answer_registration'
import { PASSWORD, signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { noHealthRecords } from '#tests/kit/health_records'
import type { HttpClient } from '#tests/kit/http'
import { visitor } from '#tests/web/visitor'

const PAGE = '/account/profile/email'
const NEW = 'new@example.org'

async function asks(client: HttpClient, fields: Record<string, string> = {}) {
  const form = (await client.get(PAGE)).form(PAGE)
  return client.submit(form, { email: NEW, current_password: PASSWORD, ...fields })
}

/** The newest link of a kind, as only its recipient can read it: delivery blanks the mail. */
async function linkTo(email = NEW, kind = 'email_change'): Promise<string> {
  const table = kind === 'email_change' ? 'accounts_email_changes' : 'accounts_registrations'
  for (const { id } of await db.from(table).whereNull('hash').select('id')) {
    const attempt = { attempt: 1 }
    if (kind === 'email_change') await AnswerEmailChange.handle({ changeId: id }, attempt)
    else await AnswerRegistration.handle({ registrationId: id }, attempt)
  }
  const mail = await OutboxMail.query()
    .where({ template: `accounts.${kind}_link`, toAddress: email })
    .orderBy('id', 'desc')
    .firstOrFail()
  const { token } = mail.data as { token: string }
  return kind === 'email_change' ? `${PAGE}/${token}` : `/register/${token}`
}

const confirm = async (client: HttpClient, link: string) =>
  client.submit((await client.get(link)).form(link))

const aGuest = (email: string, userId: number | null = null) =>
  transaction((trx) =>
    createCustomer(trx, {
      ...{ firstName: 'Ada', lastName: 'V', email, userId },
      ...{ locale: 'de' as const, actor: SYSTEM },
    })
  )

test.group('Another e-mail address', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => noHealthRecords())
  group.each.setup(() => {
    captcha.fake()
    return () => captcha.restore()
  })

  test('H11 from the profile over the new mailbox; only this browser stays signed in', async ({
    assert,
  }) => {
    const user = await someCustomer({ email: 'old@example.org' })
    const [here, there] = [await signedIn(user), await signedIn(user)]
    assert.include((await here.get('/account/profile')).text, `href="${PAGE}"`)
    const sent = await asks(here, { email: ' New@Example.org ' })
    assert.equal(sent.location, '/account/profile')
    assert.include((await here.follow(sent)).text, `A message to ${NEW} arrives`)
    const link = await linkTo()
    const page = await here.get(link)
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
    for (const address of ['old@example.org', NEW]) assert.include(page.text, address)
    assert.equal((await user.refresh()).email, 'old@example.org', 'opening it changes nothing')

    const done = await confirm(here, link)
    assert.include((await here.follow(done)).text, `Your address is now ${NEW}.`)
    assert.containsSubset((await user.refresh()).$attributes, { email: NEW, version: 2 })
    assert.equal((await there.get('/account')).status, 303)
    assert.lengthOf(await sessionsOf(user.id), 1)
    const signIn = (email: string) => visitor().post('/sign-in', { email, password: PASSWORD })
    assert.equal((await signIn('old@example.org')).status, 422)
    assert.equal((await signIn(NEW)).status, 303)
    const [entry] = await auditTrailOf('accounts.user', user.id)
    assert.equal(entry.action, 'accounts.email_changed')
    assert.deepEqual([entry.fields, entry.changes], [['email'], {}], 'addresses are personal')
  })

  test('the earlier address is told twice, with the way to object', async ({ assert }) => {
    const user = await someCustomer({ email: 'old@example.org' })
    const client = await signedIn(user)
    await asks(client)
    await confirm(client, await linkTo())
    const told = await OutboxMail.query().where('toAddress', 'old@example.org').orderBy('id')
    const mails = await Promise.all(told.map((mail) => renderMail(mail)))
    const texts = mails.map((rendered) => (rendered.ok ? rendered.mail.text : ''))
    assert.lengthOf(texts, 2)
    assert.include(texts[0], '/password')
    assert.include(texts[1], '/contact')
    assert.notInclude(texts.join(), NEW)
  })

  test('a new password, as the first of the two mails advises, stops the change', async ({
    assert,
  }) => {
    const user = await someCustomer()
    const client = await signedIn(user)
    await asks(client)
    const link = await linkTo()
    const next = 'seven quiet herons at dusk'
    const security = (await client.get('/account/security')).form('/account/security/password')
    const fields = { current_password: PASSWORD, password: next, password_confirmation: next }
    await client.submit(security, fields)
    assert.equal((await client.get(link)).status, 404)
  })

  test('the answer is the same for an address that has an account; its owner is told', async ({
    assert,
  }) => {
    const other = await someCustomer({ locale: 'it', email: 'taken@example.org' })
    const client = await signedIn(await someCustomer())
    const known = await asks(client, { email: other.email })
    const page = (await client.follow(known)).text.replaceAll(other.email, '…')
    await runDueJobs()
    const unknown = await asks(client)
    assert.deepEqual([known.status, known.location], [unknown.status, unknown.location])
    const neutral = (html: string) => html.replaceAll(/name="_csrf" value="[^"]+"/g, '')
    const shown = (await client.follow(unknown)).text.replaceAll(NEW, '…')
    assert.equal(neutral(page), neutral(shown))
    const mails = await OutboxMail.query().where('toAddress', other.email)
    assert.deepEqual(
      mails.map(({ template }) => template),
      ['accounts.address_taken']
    )
    assert.lengthOf(await db.from('accounts_email_changes').where('email', other.email), 0)
  })

  test('what is wrong is said beside its field, and what was typed stays', async ({ assert }) => {
    const user = await someCustomer()
    const client = await signedIn(user)
    for (const [fields, sentence] of [
      [{ email: 'ada@' }, 'value="ada@"'],
      [{ email: user.email.toUpperCase() }, 'This is your address already.'],
      [{ current_password: 'wrong' }, 'This is not your current password.'],
      [{ current_password: '' }, 'error-summary'],
    ] as const) {
      const refused = await asks(client, fields)
      assert.equal(refused.status, 422, sentence)
      assert.include(refused.text, sentence)
    }
    assert.lengthOf(await db.from('accounts_email_changes'), 0)
  })

  test('a link works once, for half an hour, the newest alone, and for its person', async ({
    assert,
  }) => {
    const user = await someCustomer()
    const client = await signedIn(user)
    await asks(client, { email: 'first@example.org' })
    const first = await linkTo('first@example.org')
    await asks(client)
    const link = await linkTo()
    assert.equal((await client.get(first)).status, 404)
    const stranger = await signedIn(await someCustomer())
    const foreign = await stranger.get(link)
    assert.equal(foreign.status, 404)
    assert.include(foreign.text, 'belongs to another account')
    assert.equal((await visitor().get(link)).location, `/sign-in?next=${encodeURIComponent(link)}`)
    assert.equal((await confirm(client, link)).status, 303)
    assert.equal((await client.get(link)).status, 404)

    await asks(client, { email: 'late@example.org' })
    const late = await linkTo('late@example.org')
    clock.freeze(clock.now() + 31 * 60_000)
    assert.equal((await client.get(late)).status, 404)
    clock.restore()
  })

  test('of two who want one address at once, one gets it and the other is told', async ({
    assert,
  }) => {
    const people = await Promise.all([someCustomer(), someCustomer()])
    const waiting: (() => ReturnType<typeof confirm>)[] = []
    for (const person of people) {
      const client = await signedIn(person)
      await asks(client)
      const link = await linkTo()
      const form = (await client.get(link)).form(link)
      waiting.push(() => client.submit(form))
    }
    const answers = await Promise.all(waiting.map((send) => send()))
    const statuses = answers.map(({ status }) => status)
    assert.sameMembers(statuses, [303, 409])
    assert.include(answers[statuses.indexOf(409)].text, 'that of another account')
    assert.lengthOf(await User.query().where('email', NEW), 1)
  })

  test('of one who moves to an address and one who registers it, one gets it', async ({
    assert,
  }) => {
    const client = await signedIn(await someCustomer())
    await asks(client)
    const link = await linkTo()
    const form = (await client.get(link)).form(link)
    const guest = visitor()
    await guest.submit((await guest.get('/register')).form('/register'), {
      ...{ first_name: 'Ida', last_name: 'Sturm', email: NEW, locale: 'de' },
      altcha: 'solved:email-change',
    })
    const registration = await linkTo(NEW, 'registration')
    const answers = await Promise.all([
      client.submit(form),
      guest.post(registration, { password: PASSWORD, password_confirmation: PASSWORD }),
    ])
    const statuses = answers.map(({ status }) => status).toSorted()
    assert.include(['303,409', '303,410'], statuses.join())
    assert.lengthOf(await User.query().where('email', NEW), 1)
  })

  test('records under the address follow, a child’s stays, guest records join', async ({
    assert,
  }) => {
    const user = await someCustomer({ email: 'old@example.org' })
    const own = await aGuest('old@example.org', user.id)
    const child = await aGuest('child@example.org', user.id)
    const guest = await aGuest(NEW)
    const stranger = await aGuest('eve@example.org')
    const client = await signedIn(user)
    await asks(client)
    assert.isNull((await guest.refresh()).userId)
    await confirm(client, await linkTo())
    const state = []
    for (const record of [own, child, guest, stranger]) {
      const { email, userId } = await record.refresh()
      state.push([email, userId])
    }
    assert.deepEqual(state, [
      [NEW, user.id],
      ['child@example.org', user.id],
      [NEW, user.id],
      ['eve@example.org', null],
    ])
    assert.include(own.search, NEW)
    const [entry] = await auditTrailOf('customers.customer', own.id)
    assert.equal(entry.action, 'customers.email_followed')
  })

  test('staff change theirs in the same room, and take no customer’s records', async ({
    assert,
  }) => {
    const person = await someStaff({ role: 'desk' })
    const guest = await aGuest(NEW)
    const client = await signedIn(person)
    await asks(client)
    await confirm(client, await linkTo())
    assert.equal((await person.refresh()).email, NEW)
    assert.isNull((await guest.refresh()).userId)
  })
})
