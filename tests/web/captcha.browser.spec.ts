import { test } from '@japa/runner'
import { beyondAxe } from '#tests/kit/accessibility'
import { closeBrowser, openVisitor } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'

test.group('B9 captcha in a browser', (group) => {
  let server: TestServer
  group.setup(async () => {
    server = await startServer()
    return async () => {
      await closeBrowser()
      await server.stop()
    }
  })

  test('is solved by the keyboard alone under the strict policy, in the visitor’s language', async ({
    assert,
  }) => {
    const visitor = await openVisitor({ url: server.url, locale: 'it-IT' })
    await visitor.open('/password')
    const { page } = visitor
    await page.getByText('Non sono un robot').waitFor()
    await visitor.tabTo(page.locator('input[name=email]'))
    await page.keyboard.type('nobody@example.org')
    await page.getByText('Verificato').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/password/sent')
    assert.deepEqual(visitor.problems(), [])
    await visitor.close()
  })

  test('a form sent at once waits for the work instead of being refused', async ({ assert }) => {
    const visitor = await openVisitor({ url: server.url })
    await visitor.open('/password')
    await visitor.page.locator('altcha-widget input[type=checkbox]').waitFor()
    await visitor.page.evaluate(() => {
      document.querySelector<HTMLInputElement>('input[name=email]')!.value = 'a@example.org'
      document.querySelector<HTMLFormElement>('main form')!.requestSubmit()
    })
    await visitor.page.waitForURL('**/password/sent')
    assert.deepEqual(visitor.problems(), [])
    await visitor.close()
  })

  test('V6 work that fails says so without covering a field at 400 % zoom', async ({ assert }) => {
    const visitor = await openVisitor({ url: server.url, width: 320, locale: 'de-DE' })
    const { page } = visitor
    await page.route('**/pbkdf2*', (route) => route.abort())
    await visitor.open('/register')
    await page.locator('input[name=email]').focus()
    await page.locator('.altcha-popover-content').waitFor()
    assert.deepEqual(await beyondAxe(page), [])
    await visitor.close()
  })
})
