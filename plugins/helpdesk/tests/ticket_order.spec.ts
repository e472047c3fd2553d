import { test } from '@japa/runner'
import { OutboxMail } from '#core/messaging'
import { Team } from '#plugins/helpdesk/models/team'
import { anAgent, does, formOf, pathOf, TICKETS } from '#plugins/helpdesk/tests/desk'
import {
  aCustomer,
  aHelpdesk,
  aTicket,
  deedsOf,
  NOW,
  ticketNow,
} from '#plugins/helpdesk/tests/helpdesk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

test.group('Tickets put in order', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function opened() {
    const desk = await aHelpdesk()
    return { desk, ticket: await aTicket(desk), ...(await anAgent(desk)) }
  }

  test('taken it is in progress and one’s own, also many at once', async ({ assert }) => {
    const { desk, ticket, user, client } = await opened()
    const other = await aTicket(desk)
    assert.include((await does(client, ticket, 'take')).text, 'The ticket is yours.')
    const { state, assigneeId } = await ticketNow(ticket.id)
    assert.deepEqual({ state, assigneeId }, { state: 'in_progress', assigneeId: user.id })
    assert.include((await does(client, ticket, 'take')).text, 'It is yours already.')
    const bulk = `${TICKETS}/bulk/take`
    const asked = await client.get(`${bulk}?ids=${other.id}`)
    assert.include(asked.text, '1 ticket becomes yours.')
    await client.submit(asked.form(bulk), {})
    assert.equal((await ticketNow(other.id)).assigneeId, user.id)
  })

  test('assigned within the team; another team takes it over first', async ({ assert }) => {
    const { desk, ticket, user, client } = await opened()
    const colleague = await anAgent(desk, 'Ben')
    const second = await Team.create({ name: 'Second line' })
    const stranger = await anAgent({ ...desk, team: second }, 'Carla')
    const to = (id: number) => ({ assigneeId: String(id) })
    await does(client, ticket, 'assign', to(colleague.user.id))
    assert.equal((await ticketNow(ticket.id)).assigneeId, colleague.user.id)
    const refused = await does(client, ticket, 'assign', to(stranger.user.id))
    assert.include(refused.text, 'That person is not in the team of the ticket.')
    const page = await does(client, ticket, 'hand-over', { teamId: String(second.id) })
    assert.include(page.text, 'Second line')
    const { teamId, assigneeId } = await ticketNow(ticket.id)
    assert.deepEqual({ teamId, assigneeId }, { teamId: second.id, assigneeId: null })
    await does(client, ticket, 'assign', to(stranger.user.id))
    const { text } = await client.get(pathOf(ticket))
    assert.include(text, `Team: First line → Second line`)
    assert.include(text, `Assigned to: ${colleague.user.name} → –`)
    assert.notEqual((await ticketNow(ticket.id)).assigneeId, user.id)
  })

  test('priority, classification and service level; the deadlines follow', async ({ assert }) => {
    const { ticket, client } = await opened()
    await does(client, ticket, 'prioritise', { priority: '1' })
    await does(client, ticket, 'classify', { kind: 'request', impact: 'everybody' })
    const page = await does(client, ticket, 'promise', { serviceLevelId: '' })
    assert.include(page.text, 'the deadlines are computed anew')
    const { priority, kind, impact, serviceLevelId } = await ticketNow(ticket.id)
    assert.deepEqual([priority, kind, impact, serviceLevelId], [1, 'request', 'everybody', null])
    assert.include(page.text, 'Priority: 4 – low → 1 – very high')
    assert.include(page.text, 'Service level: Usual → –')
    assert.notInclude(page.text, '13:00')
  })

  test('closed as unwanted with the reason that its customer reads', async ({ assert }) => {
    const { ticket, client } = await opened()
    const page = `${pathOf(ticket)}/cancel`
    const empty = await client.submit(formOf(await client.get(page), page), { reason: '' })
    assert.equal(empty.status, 422)
    await does(client, ticket, 'cancel', { reason: 'We sell no insurance.' })
    assert.equal((await ticketNow(ticket.id)).state, 'cancelled')
    const mail = await OutboxMail.query().orderBy('id', 'desc').firstOrFail()
    assert.equal(mail.template, 'helpdesk.cancelled')
    assert.equal((await client.get(`${pathOf(ticket)}/take`)).status, 409)
    await does(client, ticket, 'note', { text: 'They called again.' })
    assert.equal((await deedsOf(ticket.id)).at(-1), 'noted cancelled')
  })

  test('the same as another ticket of the same customer, and of nobody else', async ({
    assert,
  }) => {
    const desk = await aHelpdesk()
    const { client } = await anAgent(desk)
    const requester = { customerId: (await aCustomer()).id }
    const [one, two, foreign] = [
      await aTicket(desk, { requester }),
      await aTicket(desk, { requester }),
      await aTicket(desk),
    ]
    const same = (number: string) => does(client, two, 'duplicate', { duplicateOf: number })
    for (const number of [foreign.number, 'T-1']) {
      assert.include((await same(number)).text, 'This customer has no ticket with that number.')
    }
    assert.include((await same(two.number)).text, 'That is the number of this very ticket.')
    const page = await same(one.number.toLowerCase())
    assert.include(page.text, 'The other ticket goes on in its place; the e-mail goes out now.')
    assert.include(page.text, 'Same as')
    assert.equal((await ticketNow(two.id)).duplicateOfId, one.id)
    assert.include((await client.get(pathOf(one))).text, two.number)
  })
})
