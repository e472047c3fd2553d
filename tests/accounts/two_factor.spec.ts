import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { User } from '#core/accounts'
import { auditTrailOf } from '#core/audit'
import { OutboxMail } from '#core/messaging'
import { clock } from '#core/platform'
import { phoneCode, withTwoFactor } from '#tests/accounts/codes'
import { PASSWORD, signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const mails = async () =>
  (await OutboxMail.query().where('template', 'accounts.two_factor').orderBy('id')).map(
    ({ data }) => (data as { news: string }).news
  )

/** The password was right; the browser stands before the page of the code. */
async function halfSignedIn(user: User, next = '') {
  const client = visitor({ language: 'en' })
  const fields = { email: user.email, password: PASSWORD, next }
  const answer = await client.post('/sign-in', fields)
  return { client, answer }
}

test.group('The second factor', (group) => {
  group.each.setup(() => freshDatabase())

  test('set up with a first code, which then shows ten recovery codes once', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const desk = await signedIn(user)
    const page = await desk.get('/account/security/two-factor')
    const begun = await desk.submit(page.form('/account/security/two-factor'))
    const shown = await desk.follow(begun)
    const secret = /<code class="two-factor__key">([^<]+)</.exec(shown.text)![1].replaceAll(' ', '')
    assert.match(secret, /^[A-Z2-7]{32}$/)
    assert.include(shown.text, 'role="img" aria-label="QR code')
    const row = await db.from('accounts_two_factors').firstOrFail()
    assert.notInclude(JSON.stringify(row), secret)
    assert.isNull((await user.refresh()).twoFactorAt)

    const form = shown.form('/confirm')
    const wrong = await desk.submit(form, { code: '000000' })
    assert.equal(wrong.status, 422)
    assert.isNull((await user.refresh()).twoFactorAt)
    const done = await desk.submit(form, { code: phoneCode(secret) })
    assert.equal(done.status, 200)
    assert.equal(done.headers.get('cache-control'), 'no-store')
    const codes = [...done.text.matchAll(/<li><code>([^<]+)</g)].map(([, code]) => code)
    assert.lengthOf(new Set(codes), 10)
    assert.isNotNull((await user.refresh()).twoFactorAt)
    const stored = JSON.stringify(await db.from('accounts_recovery_codes'))
    for (const code of codes) assert.notInclude(stored, code)
    const later = await desk.get('/account/security/two-factor')
    assert.include(later.text, '10 recovery codes are left')
    assert.notInclude(later.text, codes[0])
    assert.notInclude(later.text, secret)
    assert.deepEqual(await mails(), ['on'])
  })

  test('the right password alone opens nothing but the page of the code', async ({ assert }) => {
    const user = await someStaff({ role: 'owner' })
    const { secret } = await withTwoFactor(user)
    const { client, answer } = await halfSignedIn(user, '/admin/accounts/staff')
    assert.equal(answer.location, '/sign-in/code?next=%2Fadmin%2Faccounts%2Fstaff')
    const step = client.cookie('sign_in_step')!
    assert.isUndefined(client.cookie('sportello'))
    assert.lengthOf(await db.from('accounts_sessions'), 0)
    for (const path of ['/admin', '/account', '/account/security/two-factor', '/admin/me']) {
      assert.match((await client.get(path)).location ?? '', /^\/sign-in\?next=/, path)
    }
    const planted = { cookie: `sportello=${step}` }
    assert.equal((await visitor().get('/admin', planted)).status, 303)

    const page = await client.get(answer.location!)
    assert.equal(page.headers.get('cache-control'), 'no-store')
    const done = await client.submit(page.form('/sign-in/code'), { code: phoneCode(secret) })
    assert.equal(done.location, '/admin/accounts/staff')
    assert.equal((await client.follow(done)).status, 200)
    assert.isUndefined(client.cookie('sign_in_step'))
    assert.notEqual(client.cookie('sportello'), step)
    assert.lengthOf(await db.from('accounts_sign_in_steps'), 0)
  })

  test('a code counts once, in whichever browser', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const { secret } = await withTwoFactor(user)
    const halves = await Promise.all([1, 2, 3, 4].map(() => halfSignedIn(user)))
    const code = phoneCode(secret)
    const answers = await Promise.all(
      halves.map(({ client }) => client.post('/sign-in/code', { code }))
    )
    const won = answers.filter(({ status }) => status === 303)
    assert.lengthOf(won, 1)
    assert.lengthOf(await db.from('accounts_sessions'), 1)
    const before = phoneCode(secret, clock.now() - 30_000)
    await db.from('accounts_sign_in_failures').delete()
    const { client } = await halfSignedIn(user)
    assert.equal((await client.post('/sign-in/code', { code: before })).status, 422)
  })

  test('of one recovery code sent in parallel one counts, and the person hears of it', async ({
    assert,
  }) => {
    const user = await someStaff({ role: 'desk' })
    const { codes } = await withTwoFactor(user)
    const halves = await Promise.all([1, 2, 3, 4].map(() => halfSignedIn(user)))
    const answers = await Promise.all(
      halves.map(({ client }) =>
        client.post('/sign-in/code', { code: ` ${codes[3].toUpperCase()}` })
      )
    )
    assert.lengthOf(
      answers.filter(({ status }) => status === 303),
      1
    )
    assert.deepEqual(await mails(), ['on', 'used'])
    const left = await db.from('accounts_recovery_codes').whereNull('used_at')
    assert.lengthOf(left, 9)
    await db.from('accounts_sign_in_failures').delete()
    const { client } = await halfSignedIn(user)
    assert.equal((await client.post('/sign-in/code', { code: codes[3] })).status, 422)
    const other = await someStaff({ role: 'desk' })
    await withTwoFactor(other)
    const stranger = await halfSignedIn(other)
    assert.equal((await stranger.client.post('/sign-in/code', { code: codes[4] })).status, 422)
  })

  test('failures pause, and a right password does not take them back', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const { secret } = await withTwoFactor(user)
    const { client } = await halfSignedIn(user)
    for (let n = 1; n <= 5; n++) {
      assert.equal((await client.post('/sign-in/code', { code: '12345' })).status, 422)
    }
    const again = await halfSignedIn(user)
    const waits = await again.client.post('/sign-in/code', { code: phoneCode(secret) })
    assert.equal(waits.status, 429)
    assert.include(waits.text, 'several failed attempts')
  })

  test('the step between password and code ends after 5 minutes', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const { secret } = await withTwoFactor(user)
    const { client } = await halfSignedIn(user)
    const [row] = await db.from('accounts_sign_in_steps')
    assert.isAtMost(Number(row.expires_at), clock.now() + 300_000)
    await db.from('accounts_sign_in_steps').update({ expires_at: clock.now() })
    const late = await client.post('/sign-in/code', { code: phoneCode(secret) })
    assert.equal(late.status, 410)
    assert.include(late.text, 'href="/sign-in"')
    assert.lengthOf(await db.from('accounts_sessions'), 0)
    assert.equal((await visitor().get('/sign-in/code')).status, 410)
  })

  test('who must have one is led there before anything else, demo accounts excepted', async ({
    assert,
  }) => {
    const manager = await someStaff({ role: 'manager', isDemo: false })
    const desk = await signedIn(manager)
    for (const path of ['/admin', '/admin/me', '/admin/scheduling/day']) {
      assert.equal((await desk.get(path)).location, '/account/security/two-factor', path)
    }
    const page = await desk.get('/account/security/two-factor')
    assert.include(page.text, 'Your role asks for this second step')
    const posted = await desk.post('/admin/me', page.form('/two-factor').fields)
    assert.equal(posted.location, '/account/security/two-factor')
    await withTwoFactor(manager)
    assert.equal((await desk.get('/admin')).status, 200)
    for (const free of [{ role: 'desk', isDemo: false }, { role: 'manager' }]) {
      assert.equal((await (await signedIn(await someStaff(free))).get('/admin')).status, 200)
    }
    assert.equal(
      (await (await signedIn(await someCustomer({ isDemo: false }))).get('/account')).status,
      200
    )
  })

  test('new recovery codes and switching off need the password, the latter a code too', async ({
    assert,
  }) => {
    const user = await someStaff({ role: 'desk' })
    const desk = await signedIn(user)
    const { secret, codes } = await withTwoFactor(user)
    const page = await desk.get('/account/security/two-factor')
    const renew = page.form('/recovery-codes')
    assert.equal((await desk.submit(renew, { current_password: 'wrong' })).status, 422)
    const renewed = await desk.submit(renew, { current_password: PASSWORD })
    assert.notInclude(renewed.text, codes[0])
    assert.lengthOf([...renewed.text.matchAll(/<li><code>/g)], 10)

    const off = page.form('/two-factor/off')
    const send = (current_password: string, code: string) =>
      desk.submit(off, { current_password, code })
    assert.equal((await send('wrong', phoneCode(secret))).status, 422)
    assert.equal((await send(PASSWORD, codes[0])).status, 422)
    assert.isNotNull((await user.refresh()).twoFactorAt)
    assert.equal((await send(PASSWORD, phoneCode(secret))).status, 303)
    assert.isNull((await user.refresh()).twoFactorAt)
    assert.lengthOf(await db.from('accounts_two_factors'), 0)
    assert.deepEqual(await mails(), ['on', 'renewed', 'off'])
  })

  test('an administrator resets it for others, and the person is told', async ({ assert }) => {
    const owner = await someStaff({ role: 'owner' })
    const desk = await signedIn(owner)
    const user = await someStaff({ role: 'manager' })
    const phone = await signedIn(user)
    await withTwoFactor(user)
    const ask = await desk.get(`/admin/accounts/staff/${user.id}/reset-two-factor`)
    await desk.submit(ask.form('/reset-two-factor'))
    assert.isNull((await user.refresh()).twoFactorAt)
    assert.equal((await phone.get('/admin')).status, 303)
    assert.deepEqual(await mails(), ['on', 'reset'])
    const trail = await auditTrailOf('accounts.user', user.id)
    assert.include(
      trail.map(({ action }) => action),
      'accounts.two_factor_reset'
    )
    await withTwoFactor(owner)
    const own = await desk.get(`/admin/accounts/staff/${owner.id}/reset-two-factor`)
    await desk.submit(own.form('/reset-two-factor'))
    assert.isNotNull((await owner.refresh()).twoFactorAt, 'nobody their own')
  })

  test('`user:reset-two-factor` does the same from the server', async ({ assert, cleanup }) => {
    ace.ui.switchMode('raw')
    cleanup(() => ace.ui.switchMode('normal'))
    const user = await someStaff({ role: 'owner' })
    await withTwoFactor(user)
    const done = await ace.exec('user:reset-two-factor', [user.email])
    assert.equal(done.exitCode, 0)
    assert.isNull((await user.refresh()).twoFactorAt)
    assert.equal((await ace.exec('user:reset-two-factor', [user.email])).exitCode, 1)
    assert.equal((await ace.exec('user:reset-two-factor', ['x@example.org'])).exitCode, 1)
  })
})
