import { test } from '@japa/runner'
import { demoDesk, type DemoDesk } from '#tests/admin/demo_desk'
import { PAGES } from '#tests/admin/panel_pages'
import { beyondAxe } from '#tests/kit/accessibility'
import { repetitions } from '#tests/kit/repetitions'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')
const SCREENS = [
  [1280, 'light'],
  [390, 'dark'],
  [320, 'light'],
] as const

/** The proof looks at all of them, and at each on every screen. */
const MOST = repetitions('pages of the panel that are looked at', {
  test: 40,
  proof: PAGES.length,
})
const LOOKED_AT = PAGES.filter((_, index) => index % Math.floor(PAGES.length / MOST) === 0)

test.group('Every page of the panel in a browser', (group) => {
  let server: DemoDesk['server']
  let owner: DemoDesk['owner']

  group.setup(async () => {
    ;({ server, owner } = await demoDesk(NOW))
    return async () => void (await server.stop())
  })

  /** Faults of the pages, each on the screen that is its turn in this round. */
  async function faultsOf(round: number): Promise<Record<string, string[]>> {
    const faults: Record<string, string[]> = {}
    for (const [turn, [width, theme]] of SCREENS.entries()) {
      const visitor = await owner({ width, theme, address: `10.7.${round}.${turn + 1}` })
      for (const page of LOOKED_AT.filter(
        (_, index) => (index + round) % SCREENS.length === turn
      )) {
        const status = await visitor.open(page)
        const axe = await visitor.axe()
        const found = [...axe, ...(await beyondAxe(visitor.page, page)), ...visitor.problems()]
        if (status !== 200) found.push(`status ${status}`)
        if (found.length > 0) faults[`${page} at ${width} px, ${theme}`] = found
      }
      await visitor.close()
    }
    return faults
  }

  const rounds = repetitions('screens on which each page of the panel is looked at', {
    test: 1,
    proof: SCREENS.length,
  })
  for (let round = 0; round < rounds; round++) {
    test(`pages are accessible and fit, round ${round + 1} of ${rounds}`, async ({ assert }) => {
      assert.deepEqual(await faultsOf(round), {})
    }).timeout(PAGES.length * 6_000)
  }
})
