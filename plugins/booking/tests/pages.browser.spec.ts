import { test } from '@japa/runner'
import { routeTable } from '#core/platform'
import { beyondAxe } from '#tests/kit/accessibility'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { unescapeHtml } from '#tests/kit/forms'
import { repetitions } from '#tests/kit/repetitions'
import { startServer, type TestServer } from '#tests/kit/servers'
import { pageStates, type PageState } from '#plugins/booking/tests/page_states'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')
const FAULTLESS = { axe: [], problems: [], unseen: [] }

/** GET routes that answer with something else than a page. */
const NO_PAGES = [
  'booking.calendar_files.show',
  'booking.ticket_files.show',
  'booking.mine.calendar_files.show',
  'booking.mine.ticket_files.show',
  'booking.appointments.export',
  'booking.times.index',
  'booking.appointments.lookup',
  'booking.appointments.filter_lookup',
]

/** Every other one has each theme at least once, and two widths. */
const SCREENS = [
  [320, 'dark'],
  [1280, 'light'],
  [390, 'light'],
  [320, 'light'],
  [390, 'dark'],
  [1280, 'dark'],
] as const

/** What is the same in English: names of the demo and its people, and some German words. */
const NAMES = /Sportello|Optik|Via dei|Rosenplatz|Ada|Vornberg|@|^Name$|^November 2026$/

/** Pieces of text of a page with at least one word. */
function texts(html: string): Set<string> {
  const body = html.slice(html.indexOf('<main')).replaceAll(/<(script|style)[^]*?<\/\1>/g, '')
  const pieces = body.split(/<[^>]+>/).map((text) => unescapeHtml(text).trim())
  return new Set(pieces.filter((text) => /\p{L}{3}/u.test(text) && !NAMES.test(text)))
}

test.group('Pages of booking in a browser', (group) => {
  let server: TestServer
  let states: PageState[]

  group.setup(async () => {
    server = await startServer({ env: { DEMO: 'on', TEST_CAPTCHA: 'fake' }, clock: NOW })
    await server.query(`update accounts_users set locale = 'de' where kind = 'staff'`)
    states = await pageStates(server, server.client())
    return async () => void (await server.stop())
  })

  async function signIn(visitor: Visitor, role: 'desk' | 'customer'): Promise<void> {
    const line = new RegExp(`^${role}\\s+(\\S+)\\s+(\\S+)$`, 'm')
    const [, email, password] = line.exec(server.process.output())!
    const { page } = visitor
    const landing = role === 'desk' ? '/admin' : '/account'
    await visitor.open(`/sign-in?next=${landing}`)
    await page.fill('[name=email]', email)
    await page.fill('[name=password]', password)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === landing)
    visitor.problems()
  }

  test('every GET route of the plugin is looked at', async ({ assert }) => {
    const routes = routeTable().filter(
      ({ owner, method }) => owner === 'booking' && method === 'GET'
    )
    const seen = new Set([...states.map(({ route }) => `booking.${route}`), ...NO_PAGES])
    assert.isAbove(routes.length, 10)
    assert.deepEqual(
      routes.map(({ name }) => name).filter((name) => !seen.has(name)),
      []
    )
  })

  /** Faults of the states, each on the screen that is its turn in this round. */
  async function faultsOf(round: number): Promise<Record<string, unknown>> {
    const faults: Record<string, unknown> = {}
    for (const [turn, [width, theme]] of SCREENS.entries()) {
      // The clock stands still, so no limit of an address ever ends: each screen has its own.
      const address = `10.8.${round}.${turn + 1}`
      const options = { url: server.url, width, theme, address, locale: 'de-DE' }
      const own = states.filter((_, index) => (index + 2 * round) % SCREENS.length === turn)
      const [customer, staff] = [await openVisitor(options), await openVisitor(options)]
      const account = await openVisitor(options)
      if (own.some((state) => state.staff)) await signIn(staff, 'desk')
      if (own.some((state) => state.account)) await signIn(account, 'customer')
      for (const state of own) {
        const visitor = state.staff ? staff : state.account ? account : customer
        const found = await look(visitor, state)
        const name = `${state.name} at ${width} px, ${theme}`
        if (JSON.stringify(found) !== JSON.stringify(FAULTLESS)) faults[name] = found
        if (process.env.SCREENSHOTS) await visitor.screenshot(`booking-${name}`)
      }
      await Promise.all([customer.close(), staff.close(), account.close()])
    }
    return faults
  }

  async function look(visitor: Visitor, { name, path, act }: PageState) {
    await visitor.open(path)
    if (act) await onward(visitor.page, () => act(visitor.page))
    const [axe, unseen] = [await visitor.axe(), await beyondAxe(visitor.page, `booking ${name}`)]
    return { axe, problems: visitor.problems(), unseen }
  }

  const rounds = repetitions('screens on which each page of booking is looked at', {
    test: 1,
    proof: SCREENS.length / 2,
  })
  for (let round = 0; round < rounds; round++) {
    test(`every page and state is accessible, round ${round + 1} of ${rounds}`, async ({
      assert,
    }) => {
      assert.deepEqual(await faultsOf(round), {})
    }).timeout(400_000)
  }

  for (const language of ['de', 'pl']) {
    test(`no English stands on any page in ${language}`, async ({ assert }) => {
      const [english, other] = [server.client({ language: 'en' }), server.client({ language })]
      const same: Record<string, string[]> = {}
      for (const { name, path, act, staff, account } of states) {
        if (act || staff || account) continue
        const inEnglish = texts((await english.get(path)).text)
        const shared = [...texts((await other.get(path)).text)].filter((text) =>
          inEnglish.has(text)
        )
        if (shared.length > 0) same[name] = shared
      }
      assert.deepEqual(same, {})
    }).timeout(120_000)
  }
})
