import { test } from '@japa/runner'
import { openVisitor, type Visitor, type VisitorOptions } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'

test.group('The palette and the keys', (group) => {
  let server: TestServer
  let password: string

  group.setup(async () => {
    server = await startServer({ env: { DEMO: 'on', PLUGINS: undefined } })
    await server.query(`update accounts_users set locale = 'en' where kind = 'staff'`)
    password = /owner@demo\.invalid +(\S+)/.exec(server.process.output())?.[1] ?? ''
    return async () => void (await server.stop())
  })

  async function owner(options: Partial<VisitorOptions> = {}): Promise<Visitor> {
    const visitor = await openVisitor({ url: server.url, ...options })
    await visitor.open('/sign-in?next=/admin')
    await visitor.page.fill('#email', 'owner@demo.invalid')
    await visitor.page.fill('#password', password)
    await visitor.page.click('main form button[type=submit]')
    await visitor.page.waitForURL('**/admin')
    visitor.problems()
    return visitor
  }

  test('Ctrl+K and three letters lead to a customer; Escape brings the focus back', async ({
    assert,
  }) => {
    const desk = await owner()
    const { page } = desk
    const language = page.locator('.desk-bar summary').first()
    await language.focus()
    await page.keyboard.press('Control+k')
    const palette = page.locator('#palette')
    await palette.locator('[role=option]').first().waitFor()
    assert.deepEqual(await desk.axe(), [])
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'hidden' })
    assert.isTrue(await language.evaluate((one) => one === document.activeElement))

    await page.keyboard.press('Control+k')
    await page.keyboard.type('tal')
    const customer = palette.locator('[role=option]', { hasText: 'Talmühl' }).first()
    await customer.waitFor()
    assert.deepEqual(await desk.axe(), [])
    if (process.env.SCREENSHOTS) await desk.screenshot('palette')
    const wanted = await customer.getAttribute('id')
    const active = () => palette.locator('input').getAttribute('aria-activedescendant')
    for (let presses = 0; (await active()) !== wanted && presses < 30; presses++) {
      await page.keyboard.press('ArrowDown')
    }
    assert.equal(await active(), wanted)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/admin/customers/customers/*')
    assert.include(await page.locator('h1').textContent(), 'Talmühl')
    assert.deepEqual(desk.problems(), [])
    await desk.close()
  }).timeout(90_000)

  test('without JavaScript the field in the bar leads to a page with the same', async ({
    assert,
  }) => {
    for (const [width, javaScript] of [
      [390, false],
      [1280, true],
    ] as const) {
      const desk = await owner({ javaScript, width, address: `10.8.80.${width % 250}` })
      await desk.page.locator('.desk-bar input[name=q]').fill('tal')
      await desk.page.keyboard.press('Enter')
      await desk.page.waitForURL('**/admin/search?q=tal')
      assert.include(await desk.page.locator('main').textContent(), 'Customers')
      assert.isTrue(await desk.reflows())
      if (javaScript) assert.deepEqual(await desk.axe(), [])
      if (process.env.SCREENSHOTS) await desk.screenshot(`search-${width}`)
      await desk.close()
    }
  }).timeout(90_000)

  test('single keys go places and choose rows, and are letters to whoever types', async ({
    assert,
  }) => {
    const desk = await owner({ address: '10.8.81.1' })
    const { page } = desk
    await page.keyboard.press('?')
    const sheet = page.locator('#ask-dialog')
    await sheet.waitFor()
    assert.deepEqual(await desk.axe(), [])
    if (process.env.SCREENSHOTS) await desk.screenshot('keys')
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })

    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await page.waitForURL('**/admin/booking/appointments')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    assert.isTrue(await page.locator('input[name="ids[]"]').nth(1).isChecked())
    await page.keyboard.press('/')
    await page.keyboard.type('g t ?')
    assert.equal(await page.locator('#q').inputValue(), 'g t ?')
    assert.isFalse(await sheet.isVisible())
    assert.include(page.url(), '/admin/booking/appointments')
    assert.deepEqual(desk.problems(), [])
    await desk.close()
  }).timeout(90_000)
})
