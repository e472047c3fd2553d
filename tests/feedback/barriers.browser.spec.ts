import { test } from '@japa/runner'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'

const PAGE = '/accessibility/feedback'
const STATES = [
  { theme: 'light', width: 320, locale: 'pl' },
  { theme: 'dark', width: 1280, locale: 'de' },
] as const

test.group('V5 The form about barriers in a browser', (group) => {
  let server: TestServer

  group.setup(async () => {
    server = await startServer({ env: { DEMO: '1', TEST_CAPTCHA: 'fake' } })
    return async () => void (await server.stop())
  })

  const send = ({ page }: Visitor) => onward(page, () => page.locator('main form .button').click())
  const reports = () => server.query('select page, problem, name, email from feedback_reports')

  for (const { theme, width, locale } of STATES) {
    test(`V6 each of its states is accessible, ${theme}, ${width} px`, async ({
      assert,
      cleanup,
    }) => {
      const visitor = await openVisitor({ url: server.url, theme, width, locale })
      cleanup(() => visitor.close())
      const { page } = visitor
      const looks = async () => {
        assert.deepEqual(await visitor.axe(), [])
        assert.isTrue(await visitor.reflows())
      }
      await visitor.open('/contact')
      await onward(page, () => page.locator(`footer a[href="${PAGE}"]`).click())
      assert.equal(await page.inputValue('#page'), '/contact')
      await looks()

      await page.fill('#email', 'no address')
      await send(visitor)
      await looks()
      assert.isTrue(await page.evaluate(() => document.activeElement!.matches('.error-summary')))
      assert.equal(await page.inputValue('#page'), '/contact')
      assert.equal(await page.inputValue('#email'), 'no address')
      await page.locator('.error-summary a').first().press('Enter')
      assert.equal(await page.evaluate(() => document.activeElement!.id), 'problem')
      assert.equal(await page.getAttribute('#email', 'autocomplete'), 'email')
      assert.equal(await page.getAttribute('#full_name', 'autocomplete'), 'name')
    })
  }

  test('V5 without JavaScript it is filled in by keyboard and sent after ten seconds', async ({
    assert,
    cleanup,
  }) => {
    const visitor = await openVisitor({ url: server.url, javaScript: false, locale: 'de' })
    cleanup(() => visitor.close())
    const { page } = visitor
    await visitor.open('/accessibility')
    await onward(page, () => page.getByRole('link', { name: 'Barriere melden' }).first().click())
    assert.include(await page.textContent('main'), 'warten Sie zehn Sekunden')
    await page.focus('#problem')
    await page.keyboard.type('Die Zeiten sind zu blass.')
    await page.waitForTimeout(10_500)
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ada Brandt')
    await onward(page, () => page.keyboard.press('Enter'))
    assert.equal(new URL(page.url()).pathname, `${PAGE}/sent`)
    assert.deepEqual(await reports(), [
      { page: null, problem: 'Die Zeiten sind zu blass.', name: 'Ada Brandt', email: null },
    ])
    assert.deepEqual(visitor.problems(), [])
  })

  test('V6 logos of funding projects keep their room and stand on white in the dark', async ({
    assert,
    cleanup,
  }) => {
    const visitor = await openVisitor({ url: server.url, theme: 'dark', width: 320 })
    cleanup(() => visitor.close())
    const { page } = visitor
    await visitor.open('/contact')
    const logos = page.locator('.site-funders img')
    const sizes = () =>
      logos.evaluateAll((all) => all.map((img) => Math.round(img.getBoundingClientRect().height)))
    await logos.last().scrollIntoViewIfNeeded()
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('.site-funders img')].every(
        ({ complete, naturalWidth }) => complete && naturalWidth > 0
      )
    )
    assert.deepEqual(await sizes(), [56, 56])
    const ground = await page
      .locator('.site-funders__plate')
      .first()
      .evaluate((plate) => getComputedStyle(plate).backgroundColor)
    assert.equal(ground, 'rgb(255, 255, 255)')
    assert.isTrue(await visitor.reflows())
  })
})
