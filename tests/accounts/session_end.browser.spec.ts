import { test } from '@japa/runner'
import { send } from '#tests/accounts/send'
import { faultsOf } from '#tests/kit/accessibility'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'

const EMAIL = 'ada@example.org'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SCREENS = [
  [1440, 'light'],
  [390, 'dark'],
] as const

test.group('The end of a session in a browser', (group) => {
  let server: TestServer
  let password: string

  group.setup(async () => {
    server = await startServer()
    const created = await server.ace('user:create', `--email=${EMAIL}`, '--locale=de')
    password = /Password: (\S+)/.exec(created.output)?.[1] ?? ''
    await server.query('update accounts_users set is_demo = true where email = ?', [EMAIL])
    return async () => void (await server.stop())
  })

  /** As if nobody had touched the session for so long; the server and the open pages agree. */
  async function idle(minutes: number, visitor: Visitor) {
    await server.query('update accounts_sessions set last_seen_at = last_seen_at - ?', [
      minutes * MINUTE,
    ])
    await server.query('update accounts_sessions set expires_at = expires_at - ?', [
      minutes * MINUTE,
    ])
    for (const page of visitor.context.pages()) await page.clock.fastForward(minutes * MINUTE)
  }

  async function signIn(visitor: Visitor, to: string) {
    const { page } = visitor
    await visitor.open(`/sign-in?next=${to}`)
    await page.fill('#email', EMAIL)
    await page.fill('#password', password)
    await send(visitor)
    await page.waitForURL(`**${to}`)
  }

  test('is announced, and one key moves it in every tab', async ({ assert }) => {
    const visitor = await openVisitor({ url: server.url, locale: 'de-DE' })
    const { page, context } = visitor
    await context.clock.install()
    await signIn(visitor, '/admin/me')
    const other = await context.newPage()
    await other.goto(`${server.url}/account/profile`)
    await page.bringToFront()
    await page.focus('#locale')
    const dialog = page.locator('.session-end')
    assert.isFalse(await dialog.isVisible())
    await idle(28.5, visitor)
    await dialog.waitFor()
    await other.locator('.session-end').waitFor()
    assert.match(await dialog.innerText(), /Sie werden gleich abgemeldet[^]*\s[01]:\d\d min/)
    assert.deepEqual(await faultsOf(visitor, 'session-soon', SCREENS), [])

    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await other.locator('.session-end').waitFor({ state: 'hidden' })
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'locale')

    await idle(29, visitor)
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await idle(2, visitor)
    await dialog.waitFor()
    assert.include(await dialog.innerText(), 'Sie sind abgemeldet')
    const faults = await faultsOf(visitor, 'session-over', SCREENS)
    assert.match(faults.join(), /^401 for \S+\/account\/session$/)
    await visitor.close()
  }).timeout(240_000)

  test('V6 after the longest life one signs in again beside the page, and sends it', async ({
    assert,
    cleanup,
  }) => {
    const visitor = await openVisitor({ url: server.url, locale: 'de-DE' })
    cleanup(() => visitor.close())
    const { page, context } = visitor
    await context.clock.install()
    await signIn(visitor, '/account/profile')
    await page.fill('#first_name', 'Zofia')
    await page.fill('#last_name', 'Sławińska')
    await server.query('update accounts_sessions set signed_in_at = signed_in_at - ?', [
      10 * HOUR - 80_000,
    ])
    await idle(28.5, visitor)
    const dialog = page.locator('.session-end')
    await dialog.waitFor()
    const offered = () => dialog.locator('a:visible, button:visible').allInnerTexts()
    assert.deepEqual(
      (await offered()).map((text) => text.trim()),
      ['Schließen']
    )
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await idle(2, visitor)
    await dialog.waitFor()
    const link = dialog.locator('a:visible')
    assert.equal(await link.evaluate((one) => one === document.activeElement), true)
    const [other] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')])
    await other.fill('#email', EMAIL)
    await other.fill('#password', password)
    await other.keyboard.press('Enter')
    await other.waitForURL((url) => url.pathname !== '/sign-in')

    await dialog.waitFor({ state: 'hidden' })
    assert.equal(await page.inputValue('#last_name'), 'Sławińska')
    await page.focus('#last_name')
    await onward(page, () => page.keyboard.press('Enter'))
    assert.equal(new URL(page.url()).pathname, '/account/profile')
    assert.equal(await page.inputValue('#last_name'), 'Sławińska')
    const [{ last_name: saved }] = await server.query<{ last_name: string }>(
      'select last_name from accounts_users where email = ?',
      [EMAIL]
    )
    assert.equal(saved, 'Sławińska')
  }).timeout(120_000)
})
