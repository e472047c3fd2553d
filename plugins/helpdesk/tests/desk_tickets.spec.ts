import { test } from '@japa/runner'
import { auditEntries } from '#core/audit'
import { OutboxMail } from '#core/messaging'
import { clock } from '#core/platform'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { rome } from '#plugins/helpdesk/tests/calendars'
import { anAgent, does, formOf, pathOf, TICKETS } from '#plugins/helpdesk/tests/desk'
import { aCustomer, aHelpdesk, aTicket, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { signedIn } from '#tests/accounts/people'
import { atDesk, statements } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const OPEN = '/admin/helpdesk/open'

test.group('Tickets opened on the telephone', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('H3 from the card over the need to the ticket, with the customer’s mail', async ({
    assert,
  }) => {
    const desk = await aHelpdesk()
    const { user, client } = await anAgent(desk)
    const customer = await aCustomer()
    const card = await client.get(`/admin/customers/customers/${customer.id}`)
    assert.include(card.text, `${OPEN}?customer=${customer.id}`)
    const found = await client.get(`${OPEN}?q=${customer.lastName}`)
    assert.include(found.text, `${OPEN}?customer=${customer.id}`)
    const page = await client.get(`${OPEN}?customer=${customer.id}`)
    assert.match(page.text, /<optgroup label="Printer">[\s\S]*It does not print/)
    const form = formOf(page, OPEN)
    const words = { need: desk.key, urgency: 'high', description: 'It smells of smoke.' }
    const answer = await client.submit(form, { ...words, locale: 'es' })
    const ticket = await Ticket.firstOrFail()
    assert.equal(answer.location, pathOf(ticket))
    assert.containsSubset(ticket.$attributes, {
      ...{ customerId: customer.id, locale: 'es', urgency: 'high', need: desk.key },
      ...{ subject: 'It smells of smoke.', teamId: desk.team.id, assigneeId: null },
    })
    const said = `Ticket ${ticket.number} is open; the e-mail goes out now.`
    assert.include((await client.follow(answer)).text, said)
    const mail = await OutboxMail.firstOrFail()
    assert.deepEqual([mail.template, mail.locale], ['helpdesk.opened', 'es'])
    const [entry] = await auditEntries({ action: 'helpdesk.opened' })
    assert.containsSubset(entry.$attributes, { actorId: user.id, onBehalfOfId: customer.id })
    assert.equal((await client.submit(form, words)).location, answer.location, 'a double click')
    assert.lengthOf(await Ticket.all(), 1)
  })

  test('what is missing is said at its field, and what was typed stays', async ({ assert }) => {
    const desk = await aHelpdesk()
    const { client } = await anAgent(desk)
    const { id } = await aCustomer()
    const page = await client.get(`${OPEN}?customer=${id}`)
    const typed = { description: 'It smells of smoke.', need: 'gone' }
    const refused = await client.submit(formOf(page, OPEN), typed)
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'Choose what it is about.')
    assert.include(refused.text, 'Choose how urgent it is.')
    const again = formOf(refused, OPEN)
    assert.equal(again.fields.description, typed.description)
    assert.equal((await client.get(`${OPEN}?customer=999999`)).status, 404)
    const noWords = await client.submit(again, { need: desk.key, urgency: 'low', description: ' ' })
    assert.equal(noWords.status, 422)
    assert.lengthOf(await Ticket.all(), 0)
  })

  test('without a published menu there is nothing to open', async ({ assert }) => {
    const { id } = await aCustomer()
    const page = await (await atDesk('desk')).get(`${OPEN}?customer=${id}`)
    assert.include(page.text, 'No menu has been published yet.')
    assert.throws(() => formOf(page, OPEN))
  })

  test('the card of a customer shows their tickets and what happened to them', async ({
    assert,
  }) => {
    const desk = await aHelpdesk()
    const { client } = await anAgent(desk)
    const { id: customerId } = await aCustomer()
    const ticket = await aTicket(desk, { requester: { customerId } })
    const foreign = await aTicket(desk)
    await does(client, ticket, 'take')
    const { text } = await client.get(`/admin/customers/customers/${customerId}`)
    assert.include(text, pathOf(ticket))
    assert.include(text, `${ticket.number} · Took the ticket`)
    assert.notInclude(text, foreign.number)
  })

  test('"Today" counts what waits, live, by one statement', async ({ assert }) => {
    const desk = await aHelpdesk()
    const { user, client } = await anAgent(desk)
    const [mine] = [await aTicket(desk), await aTicket(desk)]
    await does(client, mine, 'take')
    clock.freeze(rome('2027-01-12 13:30'))
    const later = await signedIn(user)
    const { text } = await later.get('/admin')
    const [, widget] = text.split('id="helpdesk-today"')
    const counts = [...widget.matchAll(/tab=(\w+)">(\d+) tickets?</g)].map(([, tab, count]) => [
      tab,
      count,
    ])
    const expected = { mine: '1', unassigned: '1', due_soon: '0', overdue: '2' }
    assert.deepEqual(Object.fromEntries(counts), expected)
    assert.include(widget, 'data-channel="admin.records?list=helpdesk.tickets"')
    assert.include(widget, TICKETS)
    assert.isAtMost(await statements(() => later.get('/admin')), 9)
  })
})
