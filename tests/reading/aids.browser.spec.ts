import { test } from '@japa/runner'
import { onward, openVisitor } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'

const PAGES = ['/reading', '/', '/contact', '/sign-in', '/booking']

const SCREENS = [
  [320, 'light'],
  [1280, 'dark'],
] as const

test.group('V6 Reading aids in a browser', (group) => {
  let server: TestServer

  group.setup(async () => {
    server = await startServer({ env: { DEMO: 'on', PLUGINS: undefined } })
    return async () => void (await server.stop())
  })

  test('by keyboard and without scripts: larger, wider, black on white, nothing moves', async ({
    assert,
    cleanup,
  }) => {
    const options = { url: server.url, width: 1280, theme: 'light', locale: 'pl' } as const
    const visitor = await openVisitor({ ...options, javaScript: false })
    cleanup(() => visitor.close())
    const { page } = visitor
    const style = (selector: string, name: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name)
    await visitor.open('/')
    const before = parseFloat(await style('h1', 'font-size'))
    await visitor.tabTo(page.locator('header a[href="/reading"]'))
    await onward(page, () => page.keyboard.press('Enter'))
    await visitor.tabTo(page.locator('input[name=text][value=normal]'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    for (const name of ['contrast', 'links', 'spacing', 'still']) {
      await visitor.tabTo(page.locator(`input[value=${name}]`))
      await page.keyboard.press('Space')
    }
    await onward(page, () => page.keyboard.press('Enter'))
    await visitor.open('/')
    assert.closeTo(parseFloat(await style('h1', 'font-size')) / before, 1.4, 0.01)
    assert.equal(await style('body', 'color'), 'oklch(0 0 0)')
    assert.equal(await style('html', 'background-color'), 'oklch(1 0 0)')
    assert.include(await style('main a', 'text-decoration-line'), 'underline')
    assert.isAbove(parseFloat(await style('main p', 'letter-spacing')), 2)
    assert.equal(await style('main a', 'transition-duration'), '0s')
  })

  test('with all of them pages stay accessible and whole', async ({ assert, cleanup }) => {
    const visitor = await openVisitor({ url: server.url, locale: 'de' })
    cleanup(() => visitor.close())
    await visitor.open('/reading')
    await visitor.page.locator('input[value=larger]').check()
    for (const box of await visitor.page.locator('input[type=checkbox]').all()) await box.check()
    await onward(visitor.page, () => visitor.page.locator('main form button').first().click())
    for (const path of PAGES) {
      assert.equal(await visitor.open(path), 200)
      for (const [width, theme] of SCREENS) {
        await visitor.sitAt(width, theme)
        assert.deepEqual(await visitor.axe(), [], path)
        assert.isTrue(await visitor.reflows(), path)
      }
      assert.deepEqual(visitor.problems(), [], path)
    }
  }).timeout(60_000)
})
