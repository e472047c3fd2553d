import { test } from '@japa/runner'
import { runDueJobs } from '#core/jobs'
import { aHelpdesk, aTicket, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { atDesk, statements } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { Warranty } from '#tests/kit/example_panel/plugin'
import { withWarranty } from '#tests/kit/example_panel/warranty'
import { switchPlugin } from '#tests/kit/mounted'

const TICKETS = '/admin/helpdesk/tickets'
const ADDED = '/admin/warranty/on/helpdesk/tickets'

test.group('H10 A plugin that adds to tickets without touching the helpdesk', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withWarranty())
  frozenAt(group, NOW)

  async function opened() {
    const ticket = await aTicket(await aHelpdesk())
    await runDueJobs()
    return { ticket, page: `${TICKETS}/${ticket.id}` }
  }

  test('has its panel and its action on the page of the ticket', async ({ assert }) => {
    const { ticket, page } = await opened()
    const desk = await atDesk('desk')
    const before = await desk.get(page)
    assert.match(before.text, /id="warranty-cover"[\s\S]*unknown/)
    await desk.submit(before.form(`${ADDED}/${ticket.id}/check-the-warranty`))
    assert.equal((await Warranty.findByOrFail({ ticketId: ticket.id })).state, 'covered')
    assert.match((await desk.get(page)).text, /id="warranty-cover"[\s\S]*covered/)
  })

  test('is offered over chosen tickets', async ({ assert }) => {
    const { ticket } = await opened()
    const desk = await atDesk('desk')
    assert.include(
      (await desk.get(`${TICKETS}?tab=running`)).text,
      `${ADDED}/bulk/check-the-warranty`
    )
    const ask = await desk.get(`${ADDED}/bulk/check-the-warranty?ids[]=${ticket.id}`)
    await desk.submit(ask.form('/bulk/check-the-warranty'))
    assert.equal((await Warranty.findByOrFail({ ticketId: ticket.id })).state, 'covered')
  })

  test('leaves the page as it was once it is switched off', async ({ assert }) => {
    const { ticket, page } = await opened()
    const desk = await atDesk('desk')
    await desk.get(page)
    const sent = await statements(() => desk.get(page))
    await switchPlugin('warranty', false)
    const { status, text } = await desk.get(page)
    assert.equal(status, 200)
    assert.notInclude(text, 'arranty')
    assert.equal(await statements(() => desk.get(page)), sent - 1)
    assert.equal((await desk.get(`${ADDED}/${ticket.id}/check-the-warranty`)).status, 404)
  })
})
