import { test } from '@japa/runner'
import { routeTable } from '#core/platform'
import { faultsOf, screensOf } from '#tests/kit/accessibility'
import { onward, openVisitor } from '#tests/kit/browser'
import { signInAs } from '#tests/kit/demo_people'
import { unescapeHtml } from '#tests/kit/forms'
import { repetitions } from '#tests/kit/repetitions'
import { startServer, type TestServer } from '#tests/kit/servers'
import { pageStates, type PageState } from '#plugins/booking/tests/page_states'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')

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

  const screens = repetitions('screens on which each page of booking is looked at', {
    test: 1,
    proof: 3,
  })
  const thirds = repetitions('thirds of the pages of booking that are looked at', {
    test: 1,
    proof: 3,
  })
  test('pages and states are accessible', async ({ assert }) => {
    const options = { url: server.url, locale: 'de-DE' }
    const anybody = await openVisitor({ ...options, address: '10.8.0.1' })
    const staff = await openVisitor({ ...options, address: '10.8.0.2' })
    const account = await openVisitor({ ...options, address: '10.8.0.3' })
    await signInAs(staff, server, { role: 'desk', path: '/admin' })
    await signInAs(account, server, { role: 'customer', path: '/account' })
    const faults: Record<string, string[]> = {}
    const lookedAt = states.filter((_, index) => index % 3 < thirds)
    for (const [index, state] of lookedAt.entries()) {
      const visitor = state.staff ? staff : state.account ? account : anybody
      const { page } = visitor
      await page.goto(state.path)
      if (state.act) await onward(page, () => state.act!(page))
      const name = `booking-${state.name}`
      const found = await faultsOf(visitor, name, screensOf(index, screens))
      if (found.length > 0) faults[name] = found
    }
    await Promise.all([anybody.close(), staff.close(), account.close()])
    assert.deepEqual(faults, {})
  }).timeout(400_000)

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
