import { test } from '@japa/runner'
import { routeTable } from '#core/platform'
import { faultsOf, screensOf } from '#tests/kit/accessibility'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { signInAs } from '#tests/kit/demo_people'
import { repetitions } from '#tests/kit/repetitions'
import { startServer, type TestServer } from '#tests/kit/servers'
import { pageStates, type PageState } from '#plugins/patient-visits/tests/page_states'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')

/** GET routes that answer with something else than a page. */
const NO_PAGES = ['calendar_files.show', 'visit_files.show']

/** The languages with the longest words. */
const LANGUAGES = ['de', 'pl'] as const

test.group('Pages of patient visits in a browser', (group) => {
  let server: TestServer
  let states: PageState[]

  group.setup(async () => {
    server = await startServer({ env: { DEMO: 'on' }, time: NOW })
    states = await pageStates(server)
    return async () => void (await server.stop())
  })

  async function patient(locale: string, address: string): Promise<Visitor> {
    await server.query(`update accounts_users set locale = ? where kind = 'customer'`, [locale])
    const visitor = await openVisitor({ url: server.url, address, locale })
    await signInAs(visitor, server, { role: 'customer', path: '/account' })
    return visitor
  }

  async function show({ page }: Visitor, { name, path, act }: PageState): Promise<void> {
    await page.goto(path)
    if (page.url() !== `${server.url}${path}`) throw new Error(`${name} is not at ${path}`)
    if (act) await onward(page, () => act(page))
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

  const screens = repetitions('screens on which each page of visits is looked at', {
    test: 1,
    proof: 3,
  })
  const halves = repetitions('halves of the pages of visits that are looked at', {
    test: 1,
    proof: 2,
  })
  for (const [turn, language] of LANGUAGES.slice(0, halves).entries()) {
    test(`V6 pages and states are accessible, every second in ${language}`, async ({ assert }) => {
      const visitor = await patient(language, `10.9.0.${turn}`)
      const faults: Record<string, string[]> = {}
      for (const [index, state] of states.entries()) {
        if (index % LANGUAGES.length !== turn) continue
        await show(visitor, state)
        const name = `visits-${state.name}`
        const found = await faultsOf(visitor, name, screensOf(index >> 1, screens))
        if (found.length > 0) faults[name] = found
      }
      await visitor.close()
      assert.deepEqual(faults, {})
    }).timeout(300_000)
  }
})
