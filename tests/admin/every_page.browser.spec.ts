import { test } from '@japa/runner'
import { demoDesk, type DemoDesk } from '#tests/admin/demo_desk'
import { PAGES } from '#tests/admin/panel_pages'
import { faultsOf, screensOf } from '#tests/kit/accessibility'
import { repetitions } from '#tests/kit/repetitions'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')
/** The proof looks at all of them, and at each on three screens. */
const MOST = repetitions('pages of the panel that are looked at', {
  test: 30,
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

  const screens = repetitions('screens on which each page of the panel is looked at', {
    test: 1,
    proof: 3,
  })
  test('pages are accessible and fit', async ({ assert }) => {
    const visitor = await owner({ address: '10.7.0.1' })
    const faults: Record<string, string[]> = {}
    for (const [index, page] of LOOKED_AT.entries()) {
      const status = await visitor.open(page)
      const name = `panel${page.replaceAll('/', '-')}`
      const found = await faultsOf(visitor, name, screensOf(index, screens))
      if (status !== 200) found.push(`status ${status}`)
      if (found.length > 0) faults[page] = found
    }
    await visitor.close()
    assert.deepEqual(faults, {})
  }).timeout(PAGES.length * 6_000)
})
