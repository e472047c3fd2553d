import { test } from '@japa/runner'
import { sessionsOf } from '#core/accounts'
import { auditTrailOf } from '#core/audit'
import { OutboxMail } from '#core/messaging'
import { PASSWORD, signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { statements } from '#tests/admin/desk'
import { standStill } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { visitor } from '#tests/web/visitor'

const NEW = 'seven quiet herons at dusk'

const change = async (client: HttpClient, fields: Record<string, string> = {}) => {
  const form = (await client.get('/account/security')).form('/account/security/password')
  return client.submit(form, {
    current_password: PASSWORD,
    password: NEW,
    password_confirmation: NEW,
    ...fields,
  })
}

test.group('My account', (group) => {
  group.each.setup(() => freshDatabase())

  test('S12 the name stands on top of every page and leads to the account', async ({
    assert,
    cleanup,
  }) => {
    standStill(cleanup)
    const client = await signedIn(await someCustomer({ firstName: 'Zora', lastName: 'Lindqvist' }))
    for (const path of ['/', '/booking', '/account', '/contact', '/account/profile']) {
      const { text } = await client.get(path)
      assert.include(text, 'Zora Lindqvist', path)
      assert.include(text, 'href="/account"', path)
    }
    assert.notInclude((await visitor().get('/')).text, 'href="/account"')
    for (const path of ['/account', '/account/profile', '/account/security']) {
      assert.isAtMost(await statements(() => client.get(path)), 6, path)
    }
  })

  test('H9 the profile changes name and language of every page', async ({ assert }) => {
    const user = await someCustomer()
    const client = await signedIn(user)
    const form = (await client.get('/account/profile')).form('/account/profile')
    const saved = await client.submit(form, { first_name: 'Élodie', locale: 'fr' })
    assert.include((await client.follow(saved)).text, 'Vos coordonnées sont enregistrées.')
    assert.include((await client.get('/')).text, 'lang="fr"')
    await user.refresh()
    assert.containsSubset(user.$attributes, { firstName: 'Élodie', locale: 'fr', version: 2 })
    const [entry] = await auditTrailOf('accounts.user', user.id)
    assert.equal(entry.action, 'accounts.profile_changed')
    assert.deepEqual(entry.changes, { locale: ['en', 'fr'] }, 'names are personal')

    const wrong = await client.submit(form, { first_name: '', last_name: 'Kept', locale: 'xx' })
    assert.equal(wrong.status, 422)
    assert.include(wrong.text, 'value="Kept"')
    await client.submit(form, { role: 'owner', kind: 'staff', email: 'eve@example.org' })
    await user.refresh()
    assert.containsSubset(user.$attributes, { role: null, kind: 'customer' })
    assert.notEqual(user.email, 'eve@example.org')
  })

  test('H9 dates and numbers follow the customs that a person chose, words the language', async ({
    assert,
  }) => {
    const user = await someCustomer()
    const client = await signedIn(user)
    const since = async () =>
      /Signed in<\/dt>\s*<dd>\s*([^<]+?)\s*</.exec(
        (await client.get('/account/security')).text
      )?.[1]
    const english = await since()
    assert.match(english!, /^[A-Z][a-z]+,? \d/)
    const form = (await client.get('/account/profile')).form('/account/profile')
    assert.include((await client.get('/account/profile')).text, 'Germany')
    await client.submit(form, { format_locale: 'es' })
    assert.match((await since())!, /^[A-Z][a-z]+, \d+ [A-Z][a-z]+ \d{4}/)
    assert.equal((await user.refresh()).formatLocale, 'es')
    await client.submit(form, { format_locale: '' })
    assert.equal(await since(), english)
    assert.equal((await client.submit(form, { format_locale: 'zz' })).status, 422)
  })

  test('H11 a person changes their password; only this browser stays signed in', async ({
    assert,
  }) => {
    const user = await someCustomer()
    const [here, there] = [await signedIn(user), await signedIn(user)]
    const changed = await change(here)
    assert.equal(changed.location, '/account/security')
    assert.include((await here.follow(changed)).text, 'Your password has been changed.')
    assert.equal((await there.get('/account')).status, 303)
    assert.lengthOf(await sessionsOf(user.id), 1)
    const signIn = (password: string) => visitor().post('/sign-in', { email: user.email, password })
    assert.equal((await signIn(PASSWORD)).status, 422)
    assert.equal((await signIn(NEW)).status, 303)
    assert.lengthOf(await OutboxMail.query().where('template', 'accounts.password_changed'), 1)
  })

  test('H11 what is wrong is said beside its field, and nothing changes', async ({ assert }) => {
    const user = await someCustomer()
    const client = await signedIn(user)
    const before = (await user.refresh()).password
    for (const [fields, sentence] of [
      [{ current_password: 'wrong' }, 'This is not your current password.'],
      [{ password_confirmation: 'other' }, 'The two passwords are not the same.'],
      [{ password: 'short', password_confirmation: 'short' }, 'Too short'],
      [{ password: '', password_confirmation: '' }, 'error-summary'],
    ] as const) {
      const refused = await change(client, fields)
      assert.equal(refused.status, 422, sentence)
      assert.include(refused.text, sentence)
    }
    assert.equal((await user.refresh()).password, before)
  })

  test('H11 an open session is no place to guess the password', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    for (let n = 0; n < 6; n++) await change(client, { current_password: `guess ${n}` })
    const right = await change(client)
    assert.equal(right.status, 422)
    assert.include(right.text, 'Wait a minute')
  })

  test('one ends all other sessions at once', async ({ assert }) => {
    const user = await someCustomer()
    const [here, there, elsewhere] = [
      await signedIn(user),
      await signedIn(user),
      await signedIn(user),
    ]
    const page = await here.get('/account/security')
    await here.submit(page.form('/account/sessions/end-others'))
    assert.equal((await here.get('/account')).status, 200)
    for (const other of [there, elsewhere]) {
      assert.equal((await other.get('/account')).status, 303)
    }
  })

  test('staff find the way to the panel, and no customers’ sections', async ({ assert }) => {
    const { text } = await (await signedIn(await someStaff({ role: 'desk' }))).get('/account')
    assert.include(text, 'href="/admin"')
    assert.notInclude(text, '/account/booking')
  })
})
