import { test } from '@japa/runner'
import { aHelpdesk, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { aPortal, MINE, staffSay } from '#plugins/helpdesk/tests/portal'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const WAYS = [`${MINE}/new`, MINE, `${MINE}/closed`]

test.group('The portal', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('H7 has three ways, each leading through sign-in and back', async ({ assert }) => {
    await aHelpdesk()
    const page = await visitor().get('/helpdesk')
    assert.equal(page.status, 200)
    for (const way of WAYS) {
      assert.include(page.text, `href="${way}"`)
      const { location } = await visitor().get(way)
      assert.equal(location, `/sign-in?next=${encodeURIComponent(way)}`)
    }
    assert.include((await visitor().get('/')).text, 'href="/helpdesk"')
  })

  test('H8 the page that says "Password changed" leads to the three ways', async ({ assert }) => {
    const { text } = await visitor().get('/password/changed')
    for (const way of WAYS) assert.include(text, `href="${way}"`)
    assert.notInclude(text, 'href="/helpdesk"')
  })

  test('H7 the account has its section, and names what waits for an answer', async ({ assert }) => {
    const { client, ticket, page } = await aPortal()
    assert.include((await client.get('/account')).text, 'My tickets')
    assert.notInclude((await client.get('/account/leave')).text, page)
    await staffSay(ticket, 'ask', 'Which printer?')
    assert.include((await client.get('/account/leave')).text, page)
  })

  test('V6 has a page of help', async ({ assert }) => {
    const help = await visitor().get('/help/helpdesk')
    assert.equal(help.status, 200)
    assert.include(help.text, 'Running tickets')
  })
})
