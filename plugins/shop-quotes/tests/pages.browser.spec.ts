import { test } from '@japa/runner'
import { routeTable } from '#core/platform'
import { cartStates } from '#plugins/shop-quotes/tests/page_states/cart'
import { catalogueStates, type PageState } from '#plugins/shop-quotes/tests/page_states/catalogue'
import { paymentStates } from '#plugins/shop-quotes/tests/page_states/payments'
import { quoteStates } from '#plugins/shop-quotes/tests/page_states/quotes'
import { faultsOf, screensOf } from '#tests/kit/accessibility'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { signInAs } from '#tests/kit/demo_people'
import { repetitions } from '#tests/kit/repetitions'
import { startServer, type TestServer } from '#tests/kit/servers'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')

/** The languages with the longest words. */
const LANGUAGES = ['de', 'pl'] as const

test.group('Pages of the shop in a browser', (group) => {
  let server: TestServer
  let states: PageState[]
  /** Each begins where the one before it has led. */
  let chained: PageState[]

  group.setup(async () => {
    server = await startServer({ env: { DEMO: 'on' }, time: NOW })
    const bought = await cartStates(server)
    const order = bought
      .find(({ name }) => name === 'placed order')!
      .path.split('/')
      .at(-1)!
    chained = paymentStates(order)
    const quoted = await quoteStates(server)
    states = [...bought, ...(await catalogueStates(server)), ...quoted]
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

  test('S1–S12 every page for customers is looked at', async ({ assert }) => {
    const routes = routeTable().filter(
      ({ owner, method, area, name }) =>
        owner === 'shop-quotes' &&
        method === 'GET' &&
        area !== 'staff' &&
        !/pictures|documents|papers/.test(name)
    )
    const seen = [...states, ...chained].map(({ route }) => route)
    assert.deepEqual(
      routes
        .map(({ name }) => name.replace('shop-quotes.', ''))
        .filter((name) => !seen.includes(name)),
      []
    )
  })

  const screens = repetitions('screens on which each page of the shop is looked at', {
    test: 1,
    proof: 3,
  })
  const halves = repetitions('halves of the pages of the shop that are looked at', {
    test: 1,
    proof: 2,
  })
  for (const [turn, language] of LANGUAGES.slice(0, halves).entries()) {
    test(`V6 pages and states are accessible, every second in ${language}`, async ({ assert }) => {
      const signedIn = await customer(language, `10.9.${turn}.1`)
      const stranger = await visitorOf(language, `10.9.${turn}.2`)
      const faults: Record<string, string[]> = {}
      const own = states.filter((_, index) => index % LANGUAGES.length === turn)
      for (const [index, state] of [...own, ...(turn === 0 ? chained : [])].entries()) {
        const visitor = state.signedOut ? stranger : signedIn
        await show(visitor, state)
        const found = await faultsOf(visitor, `shop-${state.name}`, screensOf(index, screens))
        if (found.length > 0) faults[state.name] = found
      }
      await Promise.all([signedIn.close(), stranger.close()])
      assert.deepEqual(faults, {})
    }).timeout(300_000)
  }
})
