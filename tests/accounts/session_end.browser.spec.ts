import { test } from '@japa/runner'
import { FAULTLESS, send, state } from '#tests/accounts/faultless'
import { openVisitor, type Visitor } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'

const EMAIL = 'ada@example.org'
const MINUTE = 60_000

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

  for (const [width, theme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    test(`is announced, and one key moves it in every tab, at ${width} px`, async ({ assert }) => {
      const visitor = await openVisitor({ url: server.url, width, theme, locale: 'de-DE' })
      const { page, context } = visitor
      await context.clock.install()
      await visitor.open('/sign-in?next=/admin/me')
      await page.fill('#email', EMAIL)
      await page.fill('#password', password)
      await send(visitor)
      await page.waitForURL('**/admin/me')
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
      assert.deepEqual(await state(visitor), FAULTLESS)
      if (process.env.SCREENSHOTS) await visitor.screenshot(`session-soon-${width}`)

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
      const { problems, ...looks } = await state(visitor)
      assert.deepEqual(looks, { axe: [], reflows: true })
      assert.match(problems.join(), /^401 for \S+\/account\/session$/)
      if (process.env.SCREENSHOTS) await visitor.screenshot(`session-over-${width}`)
      await visitor.close()
    }).timeout(240_000)
  }
})
