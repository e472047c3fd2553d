import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/platform'
import { deedsOf, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { aPortal, mailedLink, MINE, staffSay } from '#plugins/helpdesk/tests/portal'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const DAY = 86_400_000

test.group('The link of a mail', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('opens the ticket once, for reading; opening its page changes nothing', async ({
    assert,
  }) => {
    const { ticket, page } = await aPortal()
    await staffSay(ticket, 'note', 'Zyxfern')
    const link = await mailedLink()
    for (const look of [1, 2]) {
      const asked = await visitor().get(link)
      assert.equal(asked.status, 200, `look ${look}`)
      assert.include(asked.text, ticket.number)
      assert.notInclude(asked.text, ticket.subject)
      assert.equal(asked.headers.get('referrer-policy'), 'no-referrer')
    }
    const client = visitor()
    const form = (await client.get(link)).form(link)
    const shown = await client.submit(form)
    assert.equal(shown.status, 200)
    for (const told of [ticket.number, ticket.subject, 'Received', `href="${page}"`]) {
      assert.include(shown.text, told)
    }
    assert.notInclude(shown.text, 'Zyxfern')
    assert.equal(shown.headers.get('cache-control'), 'no-store')
    for (const again of [await client.submit(form), await visitor().get(link)]) {
      assert.equal(again.status, 410)
      assert.include(again.text, 'This link no longer works')
      assert.include(again.text, `href="${page}"`)
    }
    assert.deepEqual((await deedsOf(ticket.id)).length, 2)
  })

  test('of two who press at once one reads it', async ({ assert }) => {
    await aPortal()
    const link = await mailedLink()
    const both = await Promise.all([visitor().post(link, {}), visitor().post(link, {})])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 410])
  })

  test('to its owner who is signed in it is the page of the ticket', async ({ assert }) => {
    const { client, page, user } = await aPortal()
    const link = await mailedLink()
    assert.equal((await client.get(link)).location, page)
    await visitor().post(link, {})
    assert.equal((await (await signedIn(user)).get(link)).location, page)
    const stranger = await signedIn(await someCustomer())
    assert.equal((await stranger.get(link)).status, 410)
  })

  test('ends after thirty days; a wrong one says the same', async ({ assert }) => {
    await aPortal()
    const link = await mailedLink()
    clock.advance(30 * DAY)
    assert.equal((await visitor().get(link)).status, 410)
    assert.equal((await visitor().post(link, {})).status, 410)
    assert.isNull((await db.from('helpdesk_links').first()).used_at)
    for (const wrong of ['x', 'A'.repeat(43), '%F0%9F%91%A9']) {
      const answer = await visitor().get(`/helpdesk/links/${wrong}`)
      assert.equal(answer.status, 410, wrong)
      assert.include(answer.text, `href="${MINE}"`)
    }
  })

  test('cannot be guessed by trying', async ({ assert }) => {
    const client = visitor()
    let status = 0
    for (let n = 0; n < 121; n++) status = (await client.get(`/helpdesk/links/${n}`)).status
    assert.equal(status, 429)
  })
})
