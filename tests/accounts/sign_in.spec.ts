import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { freshDatabase } from '#tests/kit/database'
import { PASSWORD, someCustomer, someStaff } from '#tests/accounts/people'
import { visitor } from '#tests/web/visitor'

test.group('Sign in', (group) => {
  group.each.setup(() => freshDatabase())

  test('H7 the e-mail address is the user name, however it is written', async ({ assert }) => {
    await someCustomer({ email: 'Ada.Brandt@example.org' })
    const client = visitor()
    const form = (await client.get('/sign-in')).form('/sign-in')
    const answer = await client.submit(form, {
      email: ' ADA.brandt@example.org ',
      password: PASSWORD,
    })
    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/account')
    const page = await client.follow(answer)
    assert.equal(page.status, 200)
    assert.include(page.text, 'ada.brandt@example.org')
    assert.equal(page.headers.get('cache-control'), 'no-store')
  })

  test('the page and a refused sign-in leave no cookie and no row', async ({ assert }) => {
    const user = await someCustomer()
    const client = visitor()
    for (const answer of [
      await client.get('/sign-in'),
      await client.post('/sign-in', { email: user.email, password: 'wrong' }),
    ]) {
      assert.isNull(answer.headers.get('set-cookie'))
    }
    assert.lengthOf(await db.from('accounts_sessions'), 0)
  })

  test('what was wrong stands beside its field, the address is kept, the password is not', async ({
    assert,
  }) => {
    const client = visitor({ language: 'de' })
    const empty = await client.post('/sign-in', { email: '', password: '' })
    assert.equal(empty.status, 422)
    assert.include(empty.text, 'Geben Sie Ihre E-Mail-Adresse ein')
    assert.include(empty.text, 'Geben Sie Ihr Passwort ein')
    const wrong = await client.post('/sign-in', {
      email: 'nobody@example.org',
      password: 'not-the-one',
      next: '/account',
    })
    assert.equal(wrong.status, 422)
    assert.include(wrong.text, 'E-Mail-Adresse und Passwort passen nicht zusammen')
    assert.equal(wrong.form('/sign-in').fields.email, 'nobody@example.org')
    assert.equal(wrong.form('/sign-in').fields.next, '/account')
    assert.notInclude(wrong.text, 'not-the-one')
  })

  test('a protected page leads to sign-in and back, a form waits for it', async ({ assert }) => {
    const user = await someCustomer()
    const client = visitor()
    const refused = await client.get('/account?tab=1')
    assert.equal(refused.status, 303)
    assert.equal(refused.location, '/sign-in?next=%2Faccount%3Ftab%3D1')
    const form = (await client.get(refused.location!)).form('/sign-in')
    const answer = await client.submit(form, { email: user.email, password: PASSWORD })
    assert.equal(answer.location, '/account?tab=1')
    assert.equal((await visitor().post('/account/sessions/x/end', {})).status, 401)
  })

  test('`next` never leads to another site', async ({ assert }) => {
    const user = await someCustomer()
    const hostile = ['//evil.example', '/\\evil.example', 'https://evil.example', '/%0d%0aX: 1']
    for (const next of [...hostile, '/\t/evil.example', 'javascript:alert(1)', '/a@b\\c', '']) {
      const answer = await visitor().post('/sign-in', {
        email: user.email,
        password: PASSWORD,
        next,
      })
      assert.equal(answer.location, '/account', next)
    }
  })

  test('the session id changes at sign-in and the old one is worth nothing', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const client = visitor()
    await client.post('/sign-in', { email: user.email, password: PASSWORD })
    const planted = client.cookie('sportello')!
    await client.post('/sign-out', {
      _csrf: (await client.get('/account')).form('sign-out').fields._csrf,
    })
    assert.isUndefined(client.cookie('sportello'))

    // An attacker plants a session id of their own; the victim signs in with it in the browser.
    const headers = { cookie: `sportello=${planted}` }
    const answer = await visitor().post(
      '/sign-in',
      { email: user.email, password: PASSWORD },
      headers
    )
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('sportello='))!
    assert.notInclude(cookie, planted)
    assert.match(cookie, /HttpOnly/i)
    assert.match(cookie, /SameSite=Lax/i)
    assert.notMatch(cookie, /Max-Age|Expires|Domain/i)
    assert.equal((await visitor().get('/account', headers)).status, 303)
  })

  test('someone who is signed in goes straight on', async ({ assert }) => {
    const user = await someCustomer()
    const client = visitor()
    await client.post('/sign-in', { email: user.email, password: PASSWORD })
    assert.equal((await client.get('/sign-in?next=/account')).location, '/account')
    assert.equal((await client.get('/sign-in?next=//evil.example')).location, '/account')
  })

  test('signing out ends the session in the database too', async ({ assert }) => {
    const user = await someCustomer()
    const client = visitor()
    await client.post('/sign-in', { email: user.email, password: PASSWORD })
    const kept = client.cookie('sportello')!
    const form = (await client.get('/account')).form('sign-out')
    assert.equal((await client.submit(form)).location, '/sign-in')
    assert.lengthOf(await db.from('accounts_sessions'), 0)
    const stolen = await visitor().get('/account', { cookie: `sportello=${kept}` })
    assert.equal(stolen.status, 303)
  })

  test('a disabled account and one without a password answer like a wrong password', async ({
    assert,
  }) => {
    const disabled = await someCustomer()
    await disabled.merge({ disabledAt: clock.now() }).save()
    const invited = await someCustomer({ password: undefined })
    for (const email of [disabled.email, invited.email]) {
      const answer = await visitor().post('/sign-in', { email, password: PASSWORD })
      assert.equal(answer.status, 422)
      assert.include(answer.text, 'The e-mail address and the password do not match')
    }
  })
})
