import { test } from '@japa/runner'
import { demoDesk, type DemoDesk } from '#tests/admin/demo_desk'
import { type Visitor, type VisitorOptions } from '#tests/kit/browser'

const CUSTOMERS = '/admin/customers/customers'

test.group('Head of the customer card, in a browser', (group) => {
  let demo: DemoDesk
  let card: string

  group.setup(async () => {
    const clock = Date.parse('2026-11-24T08:00:00Z')
    demo = await demoDesk(clock)
    const [{ id }] = await demo.server.query<{ id: number }>(
      'select max(id) as id from customers_customers where user_id is null and email is not null'
    )
    card = `${CUSTOMERS}/${id}`
    return async () => void (await demo.server.stop())
  })

  const owner = (options: Partial<VisitorOptions> = {}) => demo.owner({ at: card, ...options })

  const head = ({ page }: Visitor) => page.locator('.desk__head')

  for (const [language, width, theme] of [
    ['de', 1440, 'light'],
    ['pl', 820, 'dark'],
    ['pl', 390, 'light'],
    ['de', 390, 'dark'],
  ] as const) {
    test(`one button leads, the rare ones fold: ${language}, ${width} px, ${theme}`, async ({
      assert,
    }) => {
      const address = `10.11.${width % 250}.${theme.length}`
      const desk = await owner({ width, theme, address })
      await desk.open(`${card}?lang=${language}`)
      assert.equal(await head(desk).locator('.button').count(), 2)
      assert.equal(await head(desk).locator('.button[data-tone=primary]').count(), 1)
      const tops = await head(desk)
        .locator('.row > *')
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().bottom)))
      assert.lengthOf([...new Set(tops)], 1, 'The row breaks')
      await head(desk).locator('.menu > summary').click()
      const found = [...(await desk.axe()), ...desk.problems()]
      if (!(await desk.reflows())) found.push('needs sideways scrolling')
      assert.deepEqual(found, [])
      const box = await head(desk).locator('.menu__items').boundingBox()
      assert.isTrue(box !== null && box.x >= 0 && box.x + box.width <= width)
      if (process.env.SCREENSHOTS) await desk.screenshot(`card-${language}-${width}-${theme}`)
      await desk.close()
    }).timeout(60_000)
  }

  test('by keyboard: the menu asks in a dialog and gets the focus back', async ({ assert }) => {
    const desk = await owner({ address: '10.11.1.1' })
    const { page } = desk
    await desk.open(`${card}?lang=en`)
    const menu = head(desk).locator('.menu > summary')
    await desk.tabTo(menu)
    await page.keyboard.press('Enter')
    await desk.tabTo(head(desk).locator('.menu [data-ask]'))
    await page.keyboard.press('Enter')
    await page.locator('#ask-dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#ask-dialog').waitFor({ state: 'hidden' })
    await page.waitForFunction(() => document.activeElement?.matches('.desk__head .menu > summary'))
    assert.deepEqual(desk.problems(), [])
    await desk.close()
  }).timeout(60_000)

  test('without JavaScript the menu unfolds and its entries are pages', async ({ assert }) => {
    const desk = await owner({ javaScript: false, width: 390, address: '10.11.1.2' })
    const { page } = desk
    const item = (part: string) => head(desk).locator(`.menu__item[href*="${part}"]`)
    for (const [part, path] of [
      ['/customers/joins/', /\/customers\/joins\/\d+/],
      ['/send-record-link', /\/send-record-link$/],
    ] as const) {
      await desk.open(`${card}?lang=en`)
      await head(desk).locator('.menu > summary').click()
      await item(part).click()
      assert.match(page.url(), path)
    }
    await page.locator('#ask form button').waitFor()
    await desk.close()
  }).timeout(60_000)
})
