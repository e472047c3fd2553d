import { test } from '@japa/runner'
import { demoDesk, type DemoDesk } from '#tests/admin/demo_desk'
import { onward, type Visitor, type VisitorOptions } from '#tests/kit/browser'

test.group('The palette and the keys', (group) => {
  let demo: DemoDesk

  group.setup(async () => {
    demo = await demoDesk()
    return async () => void (await demo.server.stop())
  })

  const owner = (options: Partial<VisitorOptions> = {}) => demo.owner(options)

  test('Ctrl+K and three letters lead to a customer, who is then offered first; Escape closes', async ({
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
    await arrowTo(desk, 'Talmühl')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/admin/customers/customers/*')
    assert.include(await page.locator('h1').textContent(), 'Talmühl')

    await page.keyboard.press('Control+k')
    await palette.locator('[role=option]').first().waitFor()
    const [recent] = await palette.locator('[role=group]').allInnerTexts()
    assert.match(recent, /^Opened last\s+.*Talmühl/)
    assert.deepEqual(await desk.axe(), [])
    if (process.env.SCREENSHOTS) await desk.screenshot('palette-recent')
    await page.keyboard.press('Escape')
    assert.deepEqual(desk.problems(), [])
    await desk.close()
  }).timeout(90_000)

  /** Numbers of appointments still to come that are nearer in time than others of that number. */
  async function numbersToCome(): Promise<string[]> {
    type Row = { number: string; starts_at: number | string; state: string }
    const rows = await demo.server.query<Row>(
      `select number, starts_at, state from scheduling_reservations
       where owner = 'booking' and number is not null`
    )
    const far = ({ starts_at: at }: Row) => Math.abs(Number(at) - Date.now())
    const byNumber = Map.groupBy(rows, ({ number }) => number)
    return [...byNumber].flatMap(([number, same]) => {
      const [nearest] = same.toSorted((one, other) => far(one) - far(other))
      const isToCome = Number(nearest.starts_at) > Date.now() + 3_600_000
      return isToCome && nearest.state === 'confirmed' ? [number] : []
    })
  }

  /** Moves to an option of the palette by the arrow and waits until it is the chosen one. */
  async function arrowTo({ page }: Visitor, text: string) {
    const option = page.locator('#palette [role=option]', { hasText: text }).first()
    await option.waitFor()
    const wanted = await option.getAttribute('id')
    const active = () => page.locator('#palette input').getAttribute('aria-activedescendant')
    for (let presses = 0; (await active()) !== wanted; presses++) {
      if (presses === 30) throw new Error(`${text} was not reached`)
      await page.keyboard.press('ArrowDown')
    }
  }

  test('B12 a number leads by keyboard to the question before its appointment is cancelled', async ({
    assert,
  }) => {
    const [number] = await numbersToCome()
    const desk = await owner({ address: '10.8.82.1' })
    const { page } = desk
    const ask = page.locator('#ask-dialog')
    const toQuestion = async () => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type(number)
      await arrowTo(desk, `Cancel the appointment · ${number}`)
      if (process.env.SCREENSHOTS) await desk.screenshot('palette-actions')
      assert.deepEqual(await desk.axe(), [])
      await page.keyboard.press('Enter')
      await ask.waitFor()
    }
    await toQuestion()
    assert.include(await ask.locator('h2').textContent(), number)
    assert.equal(new URL(page.url()).pathname, '/admin')
    assert.deepEqual(await desk.axe(), [])
    await page.keyboard.press('Escape')
    await ask.waitFor({ state: 'hidden' })

    await toQuestion()
    await page.keyboard.type('The fitter is ill')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/admin/booking/appointments/*')
    assert.include(await page.locator('main').innerText(), 'cancelled')
    assert.deepEqual(desk.problems(), [])
    await desk.close()
  }).timeout(90_000)

  test('B12 without JavaScript the page of the search leads to the same question', async ({
    assert,
  }) => {
    const [number] = await numbersToCome()
    const desk = await owner({ javaScript: false, address: '10.8.83.1' })
    const { page } = desk
    await page.locator('.desk-bar input[name=q]').fill(number)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/admin/search?q=*')
    if (process.env.SCREENSHOTS) await desk.screenshot('search-actions')
    await page.getByRole('link', { name: `Cancel the appointment · ${number}` }).click()
    await page.waitForURL('**/cancel')
    assert.include(await page.locator('h1').textContent(), number)
    await page.locator('#ask button[type=submit]').click()
    await page.waitForURL((url) => /appointments\/\d+$/.test(url.pathname))
    assert.include(await page.locator('main').innerText(), 'cancelled')
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

  test('one location is chosen by keyboard, with and without JavaScript', async ({ assert }) => {
    for (const [width, javaScript] of [
      [320, false],
      [390, true],
      [1280, true],
    ] as const) {
      const desk = await owner({ javaScript, width, address: `10.8.84.${width % 250}` })
      const { page } = desk
      const menu = page.locator('.desk-bar__place')
      await desk.tabTo(menu.locator('summary'))
      await page.keyboard.press('Enter')
      const last = menu.locator('button').last()
      const name = (await last.innerText()).trim()
      await desk.tabTo(last)
      if (javaScript) assert.deepEqual(await desk.axe(), [])
      await onward(page, () => page.keyboard.press('Enter'))
      assert.equal((await menu.locator('summary').innerText()).trim(), name)
      assert.isTrue(await desk.reflows())
      if (process.env.SCREENSHOTS) await desk.screenshot(`location-${width}`)
      if (javaScript) assert.deepEqual(await desk.axe(), [])
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
