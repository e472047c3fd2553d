import { test } from '@japa/runner'
import { routeTable } from '#core/platform'
import { beyondAxe } from '#tests/kit/accessibility'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { repetitions } from '#tests/kit/repetitions'
import { startServer, type TestServer } from '#tests/kit/servers'
import { pageStates, type PageState } from '#plugins/patient-visits/tests/page_states'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')
const FAULTLESS = { axe: [], problems: [], unseen: [] }

/** GET routes that answer with something else than a page. */
const NO_PAGES = ['calendar_files.show', 'visit_files.show']

/** Each has a theme and a width; German and Polish are the languages with the longest words. */
const SCREENS = [
  [320, 'dark', 'de'],
  [1280, 'light', 'pl'],
  [390, 'light', 'de'],
  [320, 'light', 'pl'],
  [390, 'dark', 'pl'],
  [1280, 'dark', 'de'],
] as const

test.group('Pages of patient visits in a browser', (group) => {
  let server: TestServer
  let states: PageState[]

  group.setup(async () => {
    server = await startServer({ env: { DEMO: 'on' }, time: NOW })
    states = await pageStates(server)
    return async () => void (await server.stop())
  })

  async function patient(turn: number, round: number): Promise<Visitor> {
    const [width, theme, language] = SCREENS[turn]
    await server.query(`update accounts_users set locale = ? where kind = 'customer'`, [language])
    const address = `10.9.${round}.${turn + 1}`
    const visitor = await openVisitor({ url: server.url, width, theme, address, locale: language })
    const [, email, password] = /^customer\s+(\S+)\s+(\S+)$/m.exec(server.process.output())!
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
    const [axe, unseen] = [await visitor.axe(), await beyondAxe(visitor.page, `visits ${name}`)]
    return { axe, problems: visitor.problems(), unseen }
  }

  /** Faults of the states, each on the screen that is its turn in this round. */
  async function faultsOf(round: number): Promise<Record<string, unknown>> {
    const faults: Record<string, unknown> = {}
    for (const [turn, screen] of SCREENS.entries()) {
      const own = states.filter((_, index) => (index + 2 * round) % SCREENS.length === turn)
      const visitor = await patient(turn, round)
      for (const state of own) {
        const found = await look(visitor, state)
        const name = `${state.name} at ${screen.join(', ')}`
        if (JSON.stringify(found) !== JSON.stringify(FAULTLESS)) faults[name] = found
        if (process.env.SCREENSHOTS) await visitor.screenshot(`visits-${name}`)
      }
      await visitor.close()
    }
    return faults
  }

  test('V1–V4 every page for patients is looked at', async ({ assert }) => {
    const routes = routeTable().filter(
      ({ owner, method, area }) =>
        owner === 'patient-visits' && method === 'GET' && area !== 'staff'
    )
    const seen = [...states.map(({ route }) => route), ...NO_PAGES]
    assert.isAbove(routes.length, 7)
    assert.deepEqual(
      routes
        .map(({ name }) => name.replace('patient-visits.', ''))
        .filter((name) => !seen.includes(name)),
      []
    )
  })

  const rounds = repetitions('screens on which each page of visits is looked at', {
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
