import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { openVisitor, type Visitor } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'
import { pageStates, type BookingState } from '#plugins/booking/tests/page_states'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')

const styleOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { borderTopWidth, borderBottomColor, backgroundColor, fontSize } =
        getComputedStyle(element)
      return { borderTopWidth, borderBottomColor, backgroundColor, fontSize }
    })

test.group('Booking on paper and in colours of the reader’s own', (group) => {
  let server: TestServer
  let states: BookingState[]

  group.setup(async () => {
    server = await startServer({ env: { DEMO: 'on', TEST_CAPTCHA: 'fake' }, clock: NOW })
    states = await pageStates(server, server.client())
    return async () => void (await server.stop())
  })

  async function at(name: string, media: Parameters<Page['emulateMedia']>[0]): Promise<Visitor> {
    const visitor = await openVisitor({ url: server.url })
    await visitor.page.emulateMedia(media)
    await visitor.open(states.find((state) => state.name === name)!.path)
    return visitor
  }

  test('B10 the ticket prints on one sheet: number, details and code, no way to press', async ({
    assert,
  }) => {
    const visitor = await at('ticket', { media: 'print' })
    const { page } = visitor
    for (const shown of ['.ticket__number', '.ticket__qr', '.site-header__name']) {
      assert.isTrue(await page.locator(shown).isVisible(), shown)
    }
    const pressed = page
      .locator('main a, .site-header__tools, .site-footer')
      .filter({ visible: true })
    assert.deepEqual(await pressed.allInnerTexts(), [])
    assert.isAtLeast(parseFloat((await styleOf(page, '.ticket__number')).fontSize), 52)
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1')
    assert.equal(/\/Count (\d+)/.exec(sheets)?.[1], '1')
    await visitor.close()
  })

  test('B3, B5 what is free has a line around it where grounds are not printed', async ({
    assert,
  }) => {
    for (const [state, free] of [
      ['month-whole', 'a.month__day'],
      ['week', '.week__slot'],
    ]) {
      const visitor = await at(state, { media: 'print' })
      assert.notEqual((await styleOf(visitor.page, free)).borderTopWidth, '0px', free)
      await visitor.close()
    }
  })

  test('B3, B5 free, taken and chosen differ without our colours', async ({ assert }) => {
    const month = await at('month-whole', { forcedColors: 'active' })
    const [free, chosen, shut] = await Promise.all(
      ['a[aria-current=false]', 'a[aria-current=date]', 'span'].map((kind) =>
        styleOf(month.page, `${kind}.month__day`)
      )
    )
    assert.deepEqual([free.borderTopWidth, shut.borderTopWidth], ['1px', '0px'])
    assert.notEqual(chosen.backgroundColor, free.backgroundColor)
    const tab = (current: string) => styleOf(month.page, `.tabs__item[aria-current=${current}]`)
    assert.notEqual((await tab('page')).borderBottomColor, (await tab('false')).borderBottomColor)
    await month.close()

    const week = await at('week', { forcedColors: 'active' })
    assert.equal((await styleOf(week.page, '.week__slot')).borderTopWidth, '1px')
    assert.equal((await styleOf(week.page, '.week__taken')).borderTopWidth, '0px')
    await week.close()
  })

  test('the code on the ticket stays black on white in dark colours of one’s own', async ({
    assert,
  }) => {
    const visitor = await at('ticket', { forcedColors: 'active', colorScheme: 'dark' })
    const { backgroundColor } = await styleOf(visitor.page, '.ticket__qr')
    assert.equal(backgroundColor, 'rgb(255, 255, 255)')
    assert.notEqual((await styleOf(visitor.page, 'body')).backgroundColor, backgroundColor)
    await visitor.close()
  })
})
