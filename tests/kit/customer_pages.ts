import { test } from '@japa/runner'
import type { Group } from '@japa/runner/core'
import { screensOf } from '#tests/kit/accessibility'
import { openVisitor, type Visitor } from '#tests/kit/browser'
import { signInAs } from '#tests/kit/demo_people'
import { faultsIn, unseenRoutes, type PageState } from '#tests/kit/page_states'
import { repetitions } from '#tests/kit/repetitions'
import { startServer, type TestServer } from '#tests/kit/servers'

/** Tuesday in the demo's opening hours. */
export const NOW = Date.parse('2026-11-24T08:00:00Z')

/** The languages with the longest words. */
const LANGUAGES = ['de', 'pl'] as const

type CustomerPages = {
  plugin: string
  /** For names of tests and pictures. */
  called: string
  /** Requirements whose pages they are. */
  about: string
  /** GET routes that answer with something else than a page. */
  noPages?: readonly string[]
  states: (server: TestServer) => Promise<PageState[]>
}

/** What a plugin shows to customers: each page in each of its states is looked at on the demo. */
export function customerPages(
  group: Group,
  { plugin, called, about, noPages = [], states }: CustomerPages
) {
  let server: TestServer
  let known: PageState[]

  group.setup(async () => {
    server = await startServer({ env: { DEMO: 'on' }, time: NOW })
    known = await states(server)
    return async () => void (await server.stop())
  })

  async function customer(locale: string, address: string): Promise<Visitor> {
    await server.query(`update accounts_users set locale = ? where kind = 'customer'`, [locale])
    const visitor = await openVisitor({ url: server.url, locale, address })
    await signInAs(visitor, server, { role: 'customer', path: '/account' })
    return visitor
  }

  test(`${about} every page for customers is looked at`, ({ assert }) => {
    const unseen = unseenRoutes(
      plugin,
      known,
      ({ name, area }) => area !== 'staff' && !noPages.includes(name)
    )
    assert.deepEqual(unseen, [])
  })

  const screens = repetitions(`screens on which each page of ${called} is looked at`, {
    ...{ test: 1, proof: 3 },
  })
  const halves = repetitions(`halves of the pages of ${called} that are looked at`, {
    ...{ test: 1, proof: 2 },
  })
  for (const [turn, language] of LANGUAGES.slice(0, halves).entries()) {
    test(`V6 pages and states are accessible, every second in ${language}`, async ({ assert }) => {
      const signedIn = await customer(language, `10.9.${turn}.1`)
      const stranger = await openVisitor({
        ...{ url: server.url, locale: language, address: `10.9.${turn}.2` },
      })
      const faults: Record<string, string[]> = {}
      const own = known.filter(({ chained }, index) => (chained ? 0 : index % 2) === turn)
      for (const [index, state] of own.entries()) {
        const found = await faultsIn(state.signedOut ? stranger : signedIn, state, {
          picture: `${plugin}-${state.name}`,
          screens: screensOf(index, screens),
        })
        if (found.length > 0) faults[state.name] = found
      }
      await Promise.all([signedIn.close(), stranger.close()])
      assert.deepEqual(faults, {})
    }).timeout(300_000)
  }

  return { customer, stateNamed: (name: string) => known.find((state) => state.name === name)! }
}
