import { test } from '@japa/runner'
import { hashToken } from '#core/platform'
import { send } from '#tests/accounts/send'
import { faultsOf } from '#tests/kit/accessibility'
import { openVisitor } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'

const EMAIL = 'ada@example.org'
const LINK = 'a-link-for-these-tests-only'
const SCREENS = [
  [1280, 'light'],
  [320, 'dark'],
] as const

test.group('Account pages in a browser', (group) => {
  let server: TestServer
  let password: string

  group.setup(async () => {
    server = await startServer()
    await server.query(`update organisation_profiles set name = 'Optik Prova', accent = '#0b5c60'`)
    const created = await server.ace(
      'user:create',
      `--email=${EMAIL}`,
      '--locale=de',
      '--last-name=Brandt'
    )
    password = /Password: (\S+)/.exec(created.output)?.[1] ?? ''
    return async () => void (await server.stop())
  })

  async function newLink() {
    await server.query('delete from accounts_tokens')
    await server.query(
      `insert into accounts_tokens (user_id, purpose, hash, created_at, expires_at)
       select id, 'password', ?, 0, 9999999999999 from accounts_users where email = ?`,
      [hashToken(LINK), EMAIL]
    )
  }

  async function anInvitation() {
    await server.query(
      `insert into accounts_users
         (public_id, kind, role, email, first_name, last_name, locale, created_at, updated_at)
       values ('invited', 'staff', 'desk', 'invited@example.org', 'Nela', 'Neu', 'de', 0, 0)
       on conflict do nothing`
    )
    await server.query('delete from accounts_tokens')
    await server.query(
      `insert into accounts_tokens (user_id, purpose, hash, created_at, expires_at)
       select id, 'invitation', ?, 0, 9999999999999 from accounts_users where password is null`,
      [hashToken(LINK)]
    )
  }

  async function aRegistration() {
    await server.query('delete from accounts_registrations')
    await server.query(
      `insert into accounts_registrations
         (email, first_name, last_name, locale, hash, requested_at, expires_at)
       values ('new@example.org', 'Nela', 'Neu', 'de', ?, 0, 9999999999999)`,
      [hashToken(LINK)]
    )
  }

  test('every page and state is accessible', async ({ assert }) => {
    await server.query('delete from accounts_sign_in_failures')
    const visitor = await openVisitor({ url: server.url, locale: 'de-DE' })
    const faultless = async (name: string) =>
      assert.deepEqual(await faultsOf(visitor, `accounts-${name}`, SCREENS), [], name)
    await visitor.open('/sign-in?next=/account')
    await faultless('sign-in')
    await send(visitor)
    await faultless('sign-in-empty')
    for (let n = 1; n <= 6; n++) {
      await visitor.page.fill('#email', EMAIL)
      await visitor.page.fill('#password', 'wrong')
      await send(visitor)
    }
    await faultless('sign-in-wait')
    await visitor.open('/sign-in/code?next=/account')
    await faultless('sign-in-code-over')
    await visitor.open('/password')
    await faultless('reset')
    await visitor.page.fill('#email', 'ada')
    await send(visitor)
    await faultless('reset-wrong')
    await visitor.open('/password/sent')
    await faultless('sent')
    await visitor.open('/password/not-a-link')
    await faultless('invalid-link')
    await visitor.open('/register')
    await faultless('register')
    await visitor.page.fill('#email', 'ada')
    await send(visitor)
    await faultless('register-wrong')
    await visitor.open('/register/sent')
    await faultless('register-sent')
    await visitor.open('/register/not-a-link')
    await faultless('register-invalid')
    await aRegistration()
    await visitor.open(`/register/${LINK}`)
    await faultless('register-password')
    await visitor.page.fill('#password', 'passwort')
    await send(visitor)
    await faultless('register-password-wrong')
    await visitor.open('/invitation/not-a-link')
    await faultless('invitation-invalid')
    await anInvitation()
    await visitor.open(`/invitation/${LINK}`)
    await faultless('invitation')
    await visitor.page.fill('#password', 'passwort')
    await send(visitor)
    await faultless('invitation-wrong')
    await visitor.open('/first-run/not-a-token')
    await faultless('first-run-closed')
    await newLink()
    await visitor.open(`/password/${LINK}`)
    await faultless('new-password')
    await visitor.page.fill('#password', 'passwort')
    await send(visitor)
    await faultless('new-password-wrong')
    await visitor.open('/password/changed')
    await faultless('changed')
    await visitor.close()
  }).timeout(120_000)

  test('H7 a person signs in by keyboard alone and sees their account', async ({ assert }) => {
    await server.query('delete from accounts_sign_in_failures')
    const visitor = await openVisitor({ url: server.url, locale: 'de-DE' })
    await visitor.open('/account')
    await visitor.tabTo(visitor.page.locator('#email'))
    await visitor.page.keyboard.type(EMAIL)
    await visitor.page.keyboard.press('Tab')
    await visitor.page.keyboard.type(password)
    await visitor.page.keyboard.press('Enter')
    await visitor.page.waitForURL('**/account')
    assert.equal(await visitor.page.locator('h1').innerText(), 'Mein Konto')
    assert.deepEqual(await faultsOf(visitor, 'accounts-account'), [])
    await visitor.close()
  })

  test('H8 without JavaScript, from the link to the new password', async ({ assert }) => {
    await newLink()
    const visitor = await openVisitor({ url: server.url, javaScript: false, locale: 'de-DE' })
    await visitor.open(`/password/${LINK}`)
    for (const field of ['#password', '#password_confirmation']) {
      await visitor.page.fill(field, 'sieben stille Reiher')
    }
    await send(visitor)
    assert.include(await visitor.page.locator('h1').innerText(), 'Passwort geändert')
    await visitor.open('/sign-in')
    await visitor.page.fill('#email', EMAIL)
    await visitor.page.fill('#password', 'sieben stille Reiher')
    await send(visitor)
    await visitor.open('/account')
    assert.include(await visitor.page.locator('main').innerText(), EMAIL)
    await visitor.close()
  })
})
