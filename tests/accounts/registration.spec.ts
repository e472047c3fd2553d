import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { User } from '#core/accounts'
import { createCustomer, Customer } from '#core/customers'
import { runDueJobs } from '#core/jobs'
import { OutboxMail, renderMail } from '#core/messaging'
import { clock, registry, SYSTEM, transaction } from '#core/platform'
import { captcha } from '#core/web'
import { AnswerRegistration } from '#app/accounts/jobs/answer_registration'
import { anOffer, NOW, Visit } from '#plugins/booking/tests/visit'
import { PASSWORD, someCustomer } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const EMAIL = 'ada@example.org'
const ADA = { first_name: 'Ada', last_name: 'Vornberg', email: EMAIL, locale: 'de' }
let proofs = 0

async function registers(fields: Record<string, string> = {}) {
  const client = visitor()
  const form = (await client.get('/register')).form('/register')
  return client.submit(form, { ...ADA, altcha: `solved:register-${++proofs}`, ...fields })
}

/** The newest link, as only its recipient can read it: delivery blanks a confidential mail. */
async function linkFor(email = EMAIL): Promise<string> {
  for (const { id } of await db.from('accounts_registrations').whereNull('hash').select('id')) {
    await AnswerRegistration.handle({ registrationId: id }, { attempt: 1 })
  }
  const mail = await OutboxMail.query()
    .where({ template: 'accounts.registration_link', toAddress: email })
    .orderBy('id', 'desc')
    .firstOrFail()
  return `/register/${(mail.data as { token: string }).token}`
}

const choose = (link: string, password = PASSWORD, repeated = password) =>
  visitor().post(link, { password, password_confirmation: repeated })

const aGuest = (email: string) =>
  transaction((trx) =>
    createCustomer(trx, { firstName: 'Ada', lastName: 'V', email, locale: 'de', actor: SYSTEM })
  )

test.group('Registering', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => {
    captcha.fake()
    return () => captcha.restore()
  })

  test('H7 from the form to the account, by way of the mailbox', async ({ assert }) => {
    const sent = await registers({ email: ' Ada@Example.org ' })
    assert.equal(sent.location, '/register/sent')
    assert.lengthOf(await User.all(), 0, 'nothing is made before the mailbox is proven')
    const link = await linkFor()
    const client = visitor({ language: 'de' })
    const page = await client.get(link)
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
    assert.include(page.text, EMAIL)
    assert.lengthOf(await User.all(), 0, 'opening the link changes nothing')
    const done = await client.submit(page.form('/register/'), {
      password: PASSWORD,
      password_confirmation: PASSWORD,
    })
    assert.equal(done.location, '/account')
    assert.include((await client.follow(done)).text, 'Ada Vornberg')
    const user = await User.firstOrFail()
    assert.containsSubset(user.$attributes, { kind: 'customer', email: EMAIL, locale: 'de' })
    assert.equal(
      (await visitor().post('/sign-in', { email: EMAIL, password: PASSWORD })).status,
      303
    )
  })

  test('S4 the mailed link leads on to what was begun, and never away from here', async ({
    assert,
  }) => {
    const begun = '/account/profile?from=cart'
    const client = visitor()
    const signIn = await client.get(`/sign-in?next=${encodeURIComponent(begun)}`)
    const next = new URLSearchParams({ next: begun })
    assert.include(signIn.text, `href="/register?${next}"`)
    const form = (await client.get(`/register?${next}`)).form('/register')
    assert.equal(form.fields.next, begun)
    const sent = await client.submit(form, { ...ADA, altcha: `solved:register-${++proofs}` })
    assert.equal(sent.location, `/register/sent?${next}`)
    await runDueJobs()
    const [mail] = await OutboxMail.all()
    assert.containsSubset(mail.data, { next: begun })
    const link = await linkFor()
    const chosen = { password: PASSWORD, password_confirmation: PASSWORD }
    const away = await client.get(`${link}?next=//evil.example`)
    assert.notInclude(away.form('/register/').fields.next ?? '', 'evil')
    const page = await client.get(`${link}?${next}`)
    const done = await client.submit(page.form('/register/'), chosen)
    assert.equal(done.location, begun)
  })

  test('the answer is the same for an address that has an account; its owner is told', async ({
    assert,
  }) => {
    const user = await someCustomer({ locale: 'it' })
    const known = await registers({ email: user.email })
    const unknown = await registers()
    assert.deepEqual([known.status, known.location], [unknown.status, unknown.location])
    await runDueJobs()
    const mails = await OutboxMail.query().orderBy('template')
    assert.deepEqual(
      mails.map(({ template, toAddress }) => `${template} ${toAddress}`),
      [`accounts.registered_before ${user.email}`, `accounts.registration_link ${EMAIL}`]
    )
    const told = await renderMail(mails[0])
    assert.isTrue(told.ok && told.mail.subject === 'Ha già un account')
    assert.lengthOf(await User.all(), 1)
  })

  test('a link works once, for half an hour, and only the newest', async ({ assert }) => {
    await registers()
    const first = await linkFor()
    await registers({ last_name: 'Neuname' })
    const second = await linkFor()
    assert.equal((await visitor().get(first)).status, 410)
    const answers = await Promise.all([choose(second), choose(second)])
    assert.sameMembers(
      answers.map(({ status }) => status),
      [303, 410]
    )
    assert.equal((await User.firstOrFail()).lastName, 'Neuname')
    assert.equal((await choose(second)).status, 410)

    await registers({ email: 'late@example.org' })
    const late = await linkFor('late@example.org')
    clock.freeze(clock.now() + 31 * 60_000)
    assert.equal((await choose(late)).status, 410)
    clock.restore()
    assert.lengthOf(await User.all(), 1)
  })

  test('bad input is said beside its field, and what was typed stays', async ({ assert }) => {
    const answer = await registers({ first_name: ' ', email: 'ada@', locale: 'xx' })
    assert.equal(answer.status, 422)
    for (const kept of ['value="Vornberg"', 'value="ada@"', 'error-summary']) {
      assert.include(answer.text, kept)
    }
    await registers()
    const link = await linkFor()
    for (const [password, repeated] of [
      ['short', 'short'],
      [PASSWORD, 'another'],
      ['vornberg1', 'vornberg1'],
    ]) {
      assert.equal((await choose(link, password, repeated)).status, 422, password)
    }
    assert.lengthOf(await User.all(), 0)
    assert.equal((await choose(link)).status, 303)
  })

  test('what was booked as a guest joins once the mailbox is proven, and not before', async ({
    assert,
  }) => {
    const mine = await aGuest(EMAIL)
    await aGuest('Ada@example.org')
    await aGuest('eve@example.org')
    await registers()
    const link = await linkFor()
    assert.isNull((await mine.refresh()).userId)
    await choose(link)
    const { id } = await User.firstOrFail()
    const owners = (await Customer.query().orderBy('id')).map(({ userId }) => userId)
    assert.deepEqual(owners, [id, id, null])
  })

  test('a guest record made later joins at the next sign-in', async ({ assert }) => {
    const user = await someCustomer({ email: EMAIL })
    const later = await aGuest(EMAIL)
    await visitor().post('/sign-in', { email: EMAIL, password: 'wrong' })
    assert.isNull((await later.refresh()).userId)
    await visitor().post('/sign-in', { email: EMAIL, password: PASSWORD })
    assert.equal((await later.refresh()).userId, user.id)
  })

  test('records of a health plugin do not join by the address', async ({ assert, cleanup }) => {
    const booking = registry.plugins.find(({ id }) => id === 'booking')!
    booking.healthRecords = true
    cleanup(() => void delete booking.healthRecords)
    clock.freeze(Date.parse(NOW))
    cleanup(() => clock.restore())
    await new Visit(visitor(), await anOffer()).book(rome('2027-01-19 09:00'), { email: EMAIL })
    const plain = await aGuest(EMAIL)
    await registers()
    await choose(await linkFor())
    const joined = await Customer.query().whereNotNull('userId')
    assert.deepEqual(
      joined.map(({ id }) => id),
      [plain.id]
    )
  })
})
