import { test } from '@japa/runner'
import { routeTable } from '#core/platform'
import { faultsOf, screensOf } from '#tests/kit/accessibility'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { signInAs } from '#tests/kit/demo_people'
import { repetitions } from '#tests/kit/repetitions'
import { startServer, type TestServer } from '#tests/kit/servers'
import { pageStates, type PageState } from '#plugins/helpdesk/tests/page_states'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')

/** The languages with the longest words. */
const LANGUAGES = ['de', 'pl'] as const

test.group('Pages of the helpdesk in a browser', (group) => {
  let server: TestServer
  let states: PageState[]

  group.setup(async () => {
    server = await startServer({ env: { DEMO: 'on' }, time: NOW })
    states = await pageStates(server, NOW)
    return async () => void (await server.stop())
  })

  const visitorOf = (locale: string, address: string): Promise<Visitor> =>
    openVisitor({ url: server.url, locale, address })

  async function customer(locale: string, address: string): Promise<Visitor> {
    await server.query(`update accounts_users set locale = ? where kind = 'customer'`, [locale])
    const visitor = await visitorOf(locale, address)
    await signInAs(visitor, server, { role: 'customer', path: '/account' })
    return visitor
  }

  async function show({ page }: Visitor, { name, path, act }: PageState): Promise<void> {
    await page.goto(path)
    if (page.url() !== `${server.url}${path}`) throw new Error(`${name} is not at ${path}`)
    if (act) await onward(page, () => act(page))
  }

  test('H1–H9 every page for customers is looked at', async ({ assert }) => {
    const routes = routeTable().filter(
      ({ owner, method, area }) => owner === 'helpdesk' && method === 'GET' && area !== 'staff'
    )
    const seen = states.map(({ route }) => route)
    assert.isAbove(routes.length, 12)
    assert.deepEqual(
      routes
        .map(({ name }) => name.replace('helpdesk.', ''))
        .filter((name) => !seen.includes(name)),
      []
    )
  })

  test('H3 a chosen file is named with its size, and let go before it is sent', async ({
    assert,
  }) => {
    const visitor = await customer('pl', '10.8.9.1')
    const { page } = visitor
    await visitor.open(states.find(({ name }) => name === 'form')!.path)
    const input = page.locator('input[type=file]')
    const chosen = page.locator('[data-chosen-files]')
    assert.isFalse(await chosen.isVisible())
    await input.setInputFiles({
      ...{ name: 'drukarka.txt', mimeType: 'text/plain', buffer: Buffer.alloc(2000, 'a') },
    })
    assert.match(await chosen.innerText(), /drukarka\.txt\s+2\skB/)
    assert.deepEqual([...(await visitor.axe()), ...visitor.problems()], [])
    await visitor.tabTo(chosen.locator('button'))
    await page.keyboard.press('Enter')
    assert.isFalse(await chosen.isVisible())
    assert.equal(await input.evaluate((one: HTMLInputElement) => one.files!.length), 0)
    assert.isTrue(await input.evaluate((one) => one === document.activeElement))
    await visitor.close()
  }).timeout(60_000)

  const screens = repetitions('screens on which each page of the helpdesk is looked at', {
    test: 1,
    proof: 3,
  })
  const halves = repetitions('halves of the pages of the helpdesk that are looked at', {
    test: 1,
    proof: 2,
  })
  for (const [turn, language] of LANGUAGES.slice(0, halves).entries()) {
    test(`V6 pages and states are accessible, every second in ${language}`, async ({ assert }) => {
      const signedIn = await customer(language, `10.8.${turn}.1`)
      const stranger = await visitorOf(language, `10.8.${turn}.2`)
      const faults: Record<string, string[]> = {}
      for (const [index, state] of states.entries()) {
        if (index % LANGUAGES.length !== turn) continue
        const visitor = state.signedOut ? stranger : signedIn
        await show(visitor, state)
        const name = `helpdesk-${state.name}`
        const found = await faultsOf(visitor, name, screensOf(index >> 1, screens))
        if (found.length > 0) faults[name] = found
      }
      await Promise.all([signedIn.close(), stranger.close()])
      assert.deepEqual(faults, {})
    }).timeout(300_000)
  }
})
