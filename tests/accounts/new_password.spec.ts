import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { normalEmail, User } from '#core/accounts'
import { runDueJobs } from '#core/jobs'
import { OutboxMail, renderMail } from '#core/messaging'
import { clock } from '#core/platform'
import { captcha } from '#core/web'
import { PASSWORD, signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const NEW = 'seven quiet herons at dusk'
let proofs = 0

async function askFor(email: string) {
  const client = visitor()
  const form = (await client.get('/password')).form('/password')
  return client.submit(form, { email, altcha: `solved:${++proofs}` })
}

/** Asks, lets the job run, and reads the newest link as only the recipient can. */
async function linkFor(email: string): Promise<string> {
  await askFor(email)
  await db.from('messaging_mails').where('template', 'accounts.reset_link').delete()
  await runJobsKeepingData()
  const mail = await OutboxMail.query()
    .where({ template: 'accounts.reset_link', toAddress: normalEmail(email) })
    .orderBy('id', 'desc')
    .firstOrFail()
  return `/password/${(mail.data as { token: string }).token}`
}

/** Only the job of accounts: delivery blanks the data of a confidential mail. */
async function runJobsKeepingData() {
  const { AnswerResetRequest } = await import('#app/accounts/jobs/answer_reset_request')
  for (const { id } of await db.from('accounts_reset_requests').select('id')) {
    await AnswerResetRequest.handle({ requestId: id }, { attempt: 1 })
  }
}

const choose = (link: string, password: string, repeated = password) =>
  visitor().post(link, { password, password_confirmation: repeated })

test.group('Forgotten password and first access', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => {
    captcha.fake()
    return () => captcha.restore()
  })

  test('H8 from the address to the new password and the choices after it', async ({ assert }) => {
    const user = await someCustomer({ password: undefined, locale: 'de', email: 'ada@example.org' })
    const sent = await askFor(' Ada@Example.org ')
    assert.equal(sent.location, '/password/sent')
    const link = await linkFor(user.email)

    const client = visitor({ language: 'de' })
    const page = await client.get(link)
    assert.equal(page.status, 200)
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
    const changed = await client.submit(page.form('/password/'), {
      password: NEW,
      password_confirmation: NEW,
    })
    assert.equal(changed.location, '/password/changed')
    const done = await client.follow(changed)
    assert.include(done.text, 'Passwort geändert')
    assert.include(done.text, 'href="/account"')
    assert.isUndefined(client.cookie('sportello'), 'a link alone signs nobody in')

    assert.equal(
      (await visitor().post('/sign-in', { email: user.email, password: NEW })).status,
      303
    )
    const notice = await OutboxMail.findByOrFail('template', 'accounts.password_changed')
    const rendered = await renderMail(notice)
    assert.isTrue(rendered.ok && rendered.mail.subject === 'Ihr Passwort wurde geändert')
  })

  test('H8 the answer is the same whether the address has an account or not', async ({
    assert,
  }) => {
    const user = await someCustomer()
    const known = await askFor(user.email)
    const unknown = await askFor('nobody@example.org')
    assert.deepEqual([known.status, known.location], [unknown.status, unknown.location])
    assert.lengthOf(await db.from('accounts_tokens'), 0, 'the account is looked up by a job')
    await runDueJobs()
    assert.lengthOf(await db.from('accounts_reset_requests'), 0)
    const mails = await OutboxMail.query().where('template', 'accounts.reset_link')
    assert.deepEqual(
      mails.map(({ toAddress }) => toAddress),
      [user.email]
    )
  })

  test('H8 without the captcha, or with a bad address, nothing is sent and nothing is lost', async ({
    assert,
  }) => {
    const client = visitor()
    const noProof = await client.post('/password', { email: 'ada@example.org' })
    assert.equal(noProof.status, 422)
    assert.equal(noProof.form('/password').fields.email, 'ada@example.org')
    assert.include(noProof.text, 'confirms you are not a robot')
    const noAddress = await client.post('/password', { email: 'ada', altcha: 'solved:x' })
    assert.equal(noAddress.status, 422)
    assert.include(noAddress.text, 'Enter your e-mail address')
    assert.lengthOf(await db.from('accounts_reset_requests'), 0)
  })

  test('H8 opening the link changes nothing, the form works once', async ({ assert }) => {
    const user = await someCustomer()
    const link = await linkFor(user.email)
    for (let n = 0; n < 3; n++) assert.equal((await visitor().get(link)).status, 200)
    await user.refresh()
    assert.equal(user.version, 1)
    assert.equal((await choose(link, NEW)).status, 303)
    const again = await choose(link, 'another seven herons')
    assert.equal(again.status, 410)
    assert.include(again.text, 'This link no longer works')
    assert.equal((await visitor().get(link)).status, 410)
    assert.equal(
      (await visitor().post('/sign-in', { email: user.email, password: NEW })).status,
      303
    )
  })

  test('H8 of two forms sent at once with one link, one wins', async ({ assert }) => {
    const link = await linkFor((await someCustomer()).email)
    const answers = await Promise.all([choose(link, NEW), choose(link, 'five loud herons at noon')])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 410])
  })

  test('H8 the link expires after 30 minutes', async ({ assert }) => {
    clock.freeze(Date.parse('2026-11-23T08:00:00Z'))
    const link = await linkFor((await someCustomer()).email)
    clock.advance(30 * 60_000 - 1)
    assert.equal((await visitor().get(link)).status, 200)
    clock.advance(1)
    assert.equal((await visitor().get(link)).status, 410)
    assert.equal((await choose(link, NEW)).status, 410)
  })

  test('H8 a newer link puts the older out of use, a wrong one says the same', async ({
    assert,
  }) => {
    const user = await someCustomer()
    const older = await linkFor(user.email)
    const newer = await linkFor(user.email)
    assert.equal((await visitor().get(older)).status, 410)
    assert.equal((await visitor().get(newer)).status, 200)
    assert.equal((await visitor().get('/password/not-a-link')).status, 410)
  })

  test('H8 every session ends, and the failures of strangers are forgotten', async ({ assert }) => {
    const user = await someCustomer()
    const [phone, desktop] = [await signedIn(user), await signedIn(user)]
    await visitor().post('/sign-in', { email: user.email, password: 'wrong' })
    await choose(await linkFor(user.email), NEW)
    for (const client of [phone, desktop]) assert.equal((await client.get('/account')).status, 303)
    assert.lengthOf(await db.from('accounts_sign_in_failures'), 0)
    const old = await visitor().post('/sign-in', { email: user.email, password: PASSWORD })
    assert.equal(old.status, 422)
  })

  test('H8 what is wrong with a password stands beside it, and the link stays good', async ({
    assert,
  }) => {
    const user = await someStaff({ role: 'desk' })
    const link = await linkFor(user.email)
    const cases = [
      ['', '', 'Enter the new password'],
      [NEW, `${NEW}x`, 'The two passwords are not the same'],
      ['short words', 'short words', 'at least 12 characters'],
      ['x'.repeat(64) + ' y'.repeat(40), null, 'at most 128 characters'],
      ['Password1234', null, 'among the first that attackers try'],
      ['Ada-Brandt-2026', null, 'built on your name'],
    ] as const
    for (const [password, repeated, sentence] of cases) {
      const page = await choose(link, password, repeated ?? password)
      assert.equal(page.status, 422, sentence)
      assert.include(page.text, sentence)
      if (password) assert.notInclude(page.text, password)
    }
    assert.equal((await choose(link, NEW)).status, 303)
  })

  test('3 mails an hour to one mailbox, 10 requests from one address', async ({ assert }) => {
    clock.freeze(Date.parse('2026-11-23T08:00:00Z'))
    for (let n = 0; n < 3; n++) assert.equal((await askFor('ada@example.org')).status, 303)
    assert.equal((await askFor('Ada@example.org')).status, 429)
    const client = visitor()
    const ask = (n: number) =>
      client.post('/password', { email: `n${n}@example.org`, altcha: `solved:${++proofs}` })
    for (let n = 0; n < 10; n++) assert.equal((await ask(n)).status, 303)
    assert.equal((await ask(10)).status, 429)
  })

  test('a disabled account gets no link, and a link sent before no longer works', async ({
    assert,
  }) => {
    const user = await someCustomer()
    const link = await linkFor(user.email)
    await User.query().where('id', user.id).update({ disabled_at: clock.now() })
    assert.equal((await visitor().get(link)).status, 410)
    assert.equal((await choose(link, NEW)).status, 410)
    await askFor(user.email)
    await runDueJobs()
    const tokens = await db.from('accounts_tokens').where('user_id', user.id)
    assert.lengthOf(tokens, 1)
  })

  test('the link is nowhere in the database but in its mail, and gone from there once sent', async ({
    assert,
  }) => {
    const user = await someCustomer()
    const token = (await linkFor(user.email)).split('/').pop()!
    const stored = JSON.stringify(await db.from('accounts_tokens'))
    assert.notInclude(stored, token)
    const mail = await OutboxMail.findByOrFail('template', 'accounts.reset_link')
    assert.deepEqual(await renderMail(mail), { ok: false, reason: 'confidential' })
  })
})
