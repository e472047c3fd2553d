import { test } from '@japa/runner'
import { routeTable } from '#core/platform'
import { beyondAxe } from '#tests/kit/accessibility'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { repetitions } from '#tests/kit/repetitions'
import { startServer, type TestServer } from '#tests/kit/servers'
import { demoCustomer, pageStates, type PageState } from '#plugins/helpdesk/tests/page_states'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')
const FAULTLESS = { axe: [], problems: [], unseen: [] }

/** Each has a theme and a width; German and Polish are the languages with the longest words. */
const SCREENS = [
  [320, 'dark', 'de'],
  [1280, 'light', 'pl'],
  [390, 'light', 'de'],
  [320, 'light', 'pl'],
  [390, 'dark', 'pl'],
  [1280, 'dark', 'de'],
] as const

test.group('Pages of the helpdesk in a browser', (group) => {
  let server: TestServer
  let states: PageState[]

  group.setup(async () => {
    server = await startServer({ env: { DEMO: 'on' }, time: NOW })
    states = await pageStates(server, NOW)
    return async () => void (await server.stop())
  })

  const visitorOf = (turn: number, round: number): Promise<Visitor> => {
    const [width, theme, locale] = SCREENS[turn]
    return openVisitor({
      ...{ url: server.url, width, theme, locale },
      address: `10.8.${round}.${turn}`,
    })
  }

  async function customer(turn: number, round: number): Promise<Visitor> {
    const language = SCREENS[turn][2]
    await server.query(`update accounts_users set locale = ? where kind = 'customer'`, [language])
    const visitor = await visitorOf(turn, round)
    const { email, password } = demoCustomer(server)
    const { page } = visitor
    await visitor.open('/sign-in?next=/account')
    await page.fill('[name=email]', email)
    await page.fill('[name=password]', password)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === '/account')
    visitor.problems()
    return visitor
  }

  async function look(visitor: Visitor, { name, path, act }: PageState) {
    await visitor.open(path)
    if (visitor.page.url() !== `${server.url}${path}`) throw new Error(`${name} is not at ${path}`)
    if (act) await onward(visitor.page, () => act(visitor.page))
    const [axe, unseen] = [await visitor.axe(), await beyondAxe(visitor.page, `helpdesk ${name}`)]
    return { axe, problems: visitor.problems(), unseen }
  }

  /** Faults of the states, each on the screen that is its turn in this round. */
  async function faultsOf(round: number): Promise<Record<string, unknown>> {
    const faults: Record<string, unknown> = {}
    for (const [turn, screen] of SCREENS.entries()) {
      const own = states.filter((_, index) => (index + 2 * round) % SCREENS.length === turn)
      const [visitor, stranger] = [await customer(turn, round), await visitorOf(turn, round)]
      for (const state of own) {
        const found = await look(state.signedOut ? stranger : visitor, state)
        const name = `${state.name} at ${screen.join(', ')}`
        if (JSON.stringify(found) !== JSON.stringify(FAULTLESS)) faults[name] = found
        const shown = state.signedOut ? stranger : visitor
        if (process.env.SCREENSHOTS) await shown.screenshot(`helpdesk-${name}`)
      }
      await Promise.all([visitor.close(), stranger.close()])
    }
    return faults
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
    const visitor = await customer(1, 9)
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

  const rounds = repetitions('screens on which each page of the helpdesk is looked at', {
    test: 1,
    proof: SCREENS.length / 2,
  })
  for (let round = 0; round < rounds; round++) {
    test(`V6 every page and state is accessible, round ${round + 1} of ${rounds}`, async ({
      assert,
    }) => {
      assert.deepEqual(await faultsOf(round), {})
    }).timeout(300_000)
  }
})
