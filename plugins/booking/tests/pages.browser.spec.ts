import { test } from '@japa/runner'
import { screensOf } from '#tests/kit/accessibility'
import { openVisitor } from '#tests/kit/browser'
import { signInAs } from '#tests/kit/demo_people'
import { faultsIn, textsIn, unseenRoutes } from '#tests/kit/page_states'
import { repetitions } from '#tests/kit/repetitions'
import { startServer, type TestServer } from '#tests/kit/servers'
import { pageStates, type BookingState } from '#plugins/booking/tests/page_states'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')

/** GET routes that answer with something else than a page. */
const NO_PAGES = [
  'calendar_files.show',
  'ticket_files.show',
  'mine.calendar_files.show',
  'mine.ticket_files.show',
  'appointments.export',
  'times.index',
  'appointments.lookup',
  'appointments.filter_lookup',
]

/** What is the same in English: names of the demo and its people, and some German words. */
const NAMES = /Sportello|Optik|Via dei|Rosenplatz|Ada|Vornberg|@|^Name$|^November 2026$/

test.group('Pages of booking in a browser', (group) => {
  let server: TestServer
  let states: BookingState[]

  group.setup(async () => {
    server = await startServer({ env: { DEMO: 'on', TEST_CAPTCHA: 'fake' }, clock: NOW })
    await server.query(`update accounts_users set locale = 'de' where kind = 'staff'`)
    states = await pageStates(server, server.client())
    return async () => void (await server.stop())
  })

  test('every GET route of the plugin is looked at', ({ assert }) => {
    const unseen = unseenRoutes('booking', states, ({ name }) => !NO_PAGES.includes(name))
    assert.deepEqual(unseen, [])
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
      const name = `booking-${state.name}`
      const found = await faultsIn(visitor, state, {
        ...{ picture: name, screens: screensOf(index, screens) },
      })
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
        const inEnglish = textsIn((await english.get(path)).text, NAMES)
        const shared = [...textsIn((await other.get(path)).text, NAMES)].filter((text) =>
          inEnglish.has(text)
        )
        if (shared.length > 0) same[name] = shared
      }
      assert.deepEqual(same, {})
    }).timeout(120_000)
  }
})
