import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { channels } from '#app/admin/channels'
import { hub } from '#app/live/live'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import { WatchDeadlines } from '#plugins/helpdesk/actions/watch_deadlines'
import { rome } from '#plugins/helpdesk/tests/calendars'
import { anAgent, pathOf, replyOf, TICKETS } from '#plugins/helpdesk/tests/desk'
import { aHelpdesk, asStaff, aTicket, NOW, ticketNow } from '#plugins/helpdesk/tests/helpdesk'
import { someCustomer } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const INBOX = 'admin.records?list=helpdesk.tickets'
const channelOf = ({ id }: { id: number }) => `admin.records?id=${id}&list=helpdesk.tickets`

/** Names of the channels that `work` publishes. */
async function published(work: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = []
  const changed = hub.changed
  hub.changed = (name) => void names.push(name)
  try {
    await work()
  } finally {
    hub.changed = changed
  }
  return names
}

test.group('The inbox, live', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('whatever is done to a ticket reaches the list and its page', async ({ assert }) => {
    const ticket = await aTicket(await aHelpdesk())
    const by = await asStaff()
    const say = (word: 'answer' | 'note') => () =>
      new AnswerTicket().handle({ ticketId: ticket.id, word, text: 'Is it plugged in?', by })
    for (const word of ['answer', 'note'] as const) {
      assert.deepEqual(await published(say(word)), [INBOX, channelOf(ticket)], word)
    }
  })

  test('a deadline that is near or missed reaches the list', async ({ assert }) => {
    await aTicket(await aHelpdesk())
    for (const time of ['12:30', '13:30']) {
      clock.freeze(rome(`2027-01-12 ${time}`))
      assert.deepEqual(await published(() => new WatchDeadlines().handle()), [INBOX], time)
    }
  })

  test('the list, the ticket and what is written about it say what they follow', async ({
    assert,
  }) => {
    const desk = await aHelpdesk()
    const { client } = await anAgent(desk)
    const ticket = await aTicket(desk)
    assert.include((await client.get(TICKETS)).text, `data-channel="${INBOX}"`)
    const channel = channelOf(ticket).replace('&', '&amp;')
    const { version } = await ticketNow(ticket.id)
    for (const page of [pathOf(ticket), replyOf(ticket)]) {
      const { text } = await client.get(page)
      assert.include(text, `data-channel="${channel}" data-version="${version}"`, page)
    }
    const owner = await atDesk('owner')
    const { text } = await owner.get('/admin/helpdesk/teams')
    assert.notInclude(text, 'data-channel="admin.records', 'a list that is not live')
  })

  test('only who sees tickets follows them, and hears no more than the version', async ({
    assert,
  }) => {
    const desk = await aHelpdesk()
    const ticket = await aTicket(desk)
    const { user } = await anAgent(desk)
    await user.refresh()
    const { authorise, state } = channels.find(({ id }) => id === 'admin.records')!
    const may = (params: Record<string, string>, who = user) => authorise(who, params, null)
    const list = 'helpdesk.tickets'
    const id = String(ticket.id)
    assert.isTrue(await may({ list }))
    assert.isTrue(await may({ list, id }))
    for (const wrong of ['999999', '0', '1 or 1', ''])
      assert.isFalse(await may({ list, id: wrong }))
    assert.isFalse(await may({ list: 'helpdesk.teams' }), 'not live')
    assert.isFalse(await may({ list: 'nobodys.things' }))
    assert.isFalse(await may({}))
    assert.isFalse(await may({ list, id }, await someCustomer()))
    assert.isFalse(await authorise(null, { list, id }, null))
    assert.deepEqual(await state({ list, id }), { version: ticket.version })
    assert.deepEqual(await state({ list, id: '999999' }), { version: null })
    assert.isNull(await state({ list }))
  })
})
