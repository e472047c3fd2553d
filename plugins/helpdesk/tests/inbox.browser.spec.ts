import { test } from '@japa/runner'
import { demoDesk, type DemoDesk } from '#tests/admin/demo_desk'
import { faultsOf } from '#tests/kit/accessibility'
import { onward, type Visitor } from '#tests/kit/browser'
import type { TestServer } from '#tests/kit/servers'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')
const NEED = 'needneedneedneedneedne'

/** A team with a menu of one need, newer than any of the demo's; the owner belongs to it. */
async function aMenu(server: TestServer): Promise<void> {
  const query = (sql: string, values: unknown[]) => server.query<{ id: number }>(sql, values)
  const [team] = await query(
    `insert into helpdesk_teams (name, active, position, created_at, updated_at)
     values ('Front line', ?, 9, 0, 0) returning id`,
    [true]
  )
  await query(
    `insert into helpdesk_team_members (team_id, user_id, leads)
     select ?, id, ? from accounts_users where email = 'owner@demo.invalid' returning id`,
    [team.id, false]
  )
  const decides = { kind: 'incident', impact: 'one', serviceLevelId: null, formId: null }
  const label = { en: 'It does not print' }
  const leaf = { key: NEED, label, hint: null, question: null, children: [] }
  const tree = { children: [{ ...leaf, need: { ...decides, teamId: team.id } }] }
  await query(
    'insert into helpdesk_intake_versions (number, tree, created_at) values (999, ?, 0) returning id',
    [JSON.stringify(tree)]
  )
}

test.group('The inbox in a browser', (group) => {
  let server: DemoDesk['server']
  let owner: DemoDesk['owner']

  group.setup(async () => {
    ;({ server, owner } = await demoDesk(NOW))
    await aMenu(server)
    return async () => void (await server.stop())
  })

  /** Opens a ticket by keys alone and returns its address. */
  async function opens(visitor: Visitor): Promise<string> {
    const { page } = visitor
    await page.goto('/admin/helpdesk/open?customer=1')
    await page.locator('#need').selectOption(NEED)
    await visitor.tabTo(page.locator('input[name=urgency][value=low]'))
    await page.keyboard.press('Space')
    await visitor.tabTo(page.locator('#description'))
    await page.keyboard.type('The printer prints nothing.')
    await visitor.tabTo(page.locator('#open .actions button'))
    await onward(page, () => page.keyboard.press('Enter'))
    return new URL(page.url()).pathname
  }

  test('"Today" counts a ticket that somebody opens meanwhile', async ({ assert }) => {
    const watching = await owner()
    const unassigned = watching.page.locator('#helpdesk-today a[href$="tab=unassigned"]')
    const before = Number.parseInt(await unassigned.innerText())
    await opens(await owner({ address: '10.9.0.2' }))
    await unassigned.filter({ hasText: new RegExp(`^${before + 1} `) }).waitFor()
    assert.deepEqual(watching.problems(), [])
  })

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'by keyboard' : 'by keyboard, without JavaScript'
    test(`a question is written ${how}, and every page on the way is accessible`, async ({
      assert,
    }) => {
      const agent = await owner({ javaScript })
      const { page } = agent
      const ticket = await opens(agent)
      await agent.tabTo(page.locator('main a[href*="word=answer"]'))
      await onward(page, () => page.keyboard.press('Enter'))
      await agent.tabTo(page.locator('input[name=word][value=answer]'))
      await page.keyboard.press('ArrowDown')
      await agent.tabTo(page.locator('#message'))
      await page.keyboard.type('Which printer is it?')
      await agent.tabTo(page.locator('#reply .actions button'))
      await onward(page, () => page.keyboard.press('Enter'))
      assert.equal(new URL(page.url()).pathname, ticket)
      assert.include(await page.locator('main').innerText(), 'Waiting for the customer')
      if (!javaScript) return
      for (const path of [ticket, ticket.replace('tickets', 'replies'), `${ticket}/note`]) {
        await agent.open(path)
        assert.deepEqual(await faultsOf(agent, `inbox${path.replaceAll('/', '-')}`), [], path)
      }
      assert.deepEqual(agent.problems(), [])
    })
  }
})
