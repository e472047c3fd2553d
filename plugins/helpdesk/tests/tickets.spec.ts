import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { CancelTicket } from '#plugins/helpdesk/actions/cancel_ticket'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { rome } from '#plugins/helpdesk/tests/calendars'
import { asStaff, aTicket, NOW } from '#plugins/helpdesk/tests/helpdesk'
import {
  answers,
  aPortal,
  aProposal,
  MINE,
  requesterOf,
  staffSay,
} from '#plugins/helpdesk/tests/portal'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

test.group('The tickets of a customer', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('H5 the running ones say how they stand, whose turn it is, and what can be done', async ({
    assert,
  }) => {
    const { client, desk, user, ticket, page } = await aPortal()
    const other = await aTicket(desk, { requester: requesterOf(user) })
    clock.advance(60_000)
    await staffSay(ticket, 'propose')
    const list = await client.get(MINE)
    for (const told of [ticket.number, 'The printer prints nothing.', 'It hinders me']) {
      assert.include(list.text, told)
    }
    for (const told of ['Is it solved?', 'Your turn', 'Received', 'Our turn', '12 Jan']) {
      assert.include(list.text, told)
    }
    for (const way of [page, `${page}/addition`, `${page}/solution`]) {
      assert.include(list.text, `href="${way}"`)
    }
    assert.include(list.text, `aria-label="Add information ${ticket.number}"`)
    assert.notInclude(list.text, `${MINE}/${other.publicId}/solution`)
  })

  test('what waits for them stands first, then what changed last', async ({ assert }) => {
    const { client, desk, user, ticket } = await aPortal()
    const requester = requesterOf(user)
    const [older, newer] = [await aTicket(desk, { requester }), await aTicket(desk, { requester })]
    await staffSay(ticket, 'propose')
    for (const changed of [older, newer]) {
      clock.advance(60_000)
      await staffSay(changed, 'answer')
    }
    const { text } = await client.get(MINE)
    const positions = [ticket, newer, older].map(({ number }) => text.indexOf(number))
    assert.isAbove(positions[0], 0)
    assert.deepEqual(
      positions,
      positions.toSorted((one, next) => one - next)
    )
  })

  test('its page tells times by the clock of its service level, as its mails do', async ({
    assert,
  }) => {
    const { client, desk, page } = await aPortal()
    await desk.calendar.merge({ zone: 'Asia/Tokyo' }).save()
    const { text } = await client.get(page)
    assert.include(text, '17:00')
    assert.notInclude(text, '09:00')
  })

  test('H6 closed ones stand in the register, and in it alone', async ({ assert }) => {
    const portal = await aProposal()
    const { client, ticket } = portal
    assert.include((await client.get(`${MINE}/closed`)).text, 'There are no closed tickets yet.')
    await answers(portal, { answer: 'accept' })
    assert.include((await client.get(MINE)).text, 'You have no running tickets.')
    const register = await client.get(`${MINE}/closed`)
    assert.include(register.text, ticket.number)
    assert.include(register.text, '09:00', 'by the clock of its service level, in Rome')
    assert.notInclude(register.text, '/addition')
  })

  test('a page has thirty of them, and any page can be asked for', async ({ assert }) => {
    const { client, desk, user } = await aPortal()
    for (let n = 0; n < 30; n++) await aTicket(desk, { requester: requesterOf(user) })
    const numbers = async (query: string) => {
      const { text } = await client.get(MINE + query)
      return new Set([...text.matchAll(/T-2027-\d+/g)].map(([number]) => number)).size
    }
    assert.equal(await numbers(''), 30)
    assert.include((await client.get(MINE)).text, `href="${MINE}?page=2"`)
    assert.equal(await numbers('?page=2'), 1)
    for (const query of ['?page=-1', '?page=1e9', '?page[]=2', '?page=abc', '?page=9']) {
      assert.equal((await client.get(MINE + query)).status, 200, query)
    }
  })

  test('H4 what was added stands above what was entered, the latest first', async ({ assert }) => {
    const { client, ticket, page } = await aPortal({ description: 'First words.' })
    for (const [minute, text] of ['Second words.', 'Third words.'].entries()) {
      clock.freeze(rome(`2027-01-12 09:0${minute + 1}`))
      const form = (await client.get(`${page}/addition`)).form('/addition')
      await client.submit(form, { text })
    }
    clock.freeze(rome('2027-01-12 09:03'))
    await staffSay(ticket, 'answer', 'Fourth words.')
    await staffSay(ticket, 'note', 'Zyxfern')
    const { text } = await client.get(page)
    const words = ['Fourth words.', 'Third words.', 'Second words.']
    const at = words.map((one) => text.indexOf(one))
    assert.deepEqual(
      at,
      at.toSorted((one, other) => one - other)
    )
    assert.isBelow(at[2], text.lastIndexOf('First words.'))
    for (const told of ['09:03', '09:02', '09:01', '09:00', 'You added', 'We answered']) {
      assert.include(text, told)
    }
    assert.notInclude(text, 'Zyxfern', 'notes are for the team')
    assert.include(text, 'href="#entered"')
  })

  test('H5 each state says what is next, and offers what it allows', async ({ assert }) => {
    const { client, ticket, page } = await aPortal()
    const ways = async () => {
      const { text } = await client.get(page)
      const found = [...text.matchAll(new RegExp(`href="${page}/(\\w+)"`, 'g'))]
      return found.map(([, way]) => way)
    }
    assert.deepEqual(await ways(), ['addition', 'cancellation'])
    await staffSay(ticket, 'ask', 'Which printer?')
    assert.deepEqual(await ways(), ['addition', 'cancellation'])
    assert.include((await client.get(page)).text, '<span>Answer</span>')
    await staffSay(ticket, 'propose')
    assert.deepEqual(await ways(), ['solution', 'addition', 'cancellation'])
    assert.include((await client.get(page)).text, 'until Tuesday 19 January')
    await new CancelTicket().handle({ ticketId: ticket.id, text: null, by: await asStaff() })
    assert.deepEqual(await ways(), [])
    const over = await client.get(page)
    assert.include(over.text, `${MINE}/new?follow_up_of=${ticket.publicId}`)
    assert.include(over.text, 'We closed the ticket')
  })

  test('H6 a follow-up and the ticket that goes on in its place are linked', async ({ assert }) => {
    const { client, desk, user, ticket, page } = await aPortal()
    const requester = requesterOf(user)
    const later = await aTicket(desk, { requester, followUpOfId: ticket.id })
    const { text } = await client.get(page)
    assert.include(text, `href="${MINE}/${later.publicId}"`)
    assert.include(text, `Followed by ${later.number}`)
    assert.include((await client.get(`${MINE}/${later.publicId}`)).text, `href="${page}"`)
    const foreign = await aTicket(desk)
    const merged = { ticketId: ticket.id, text: null, duplicateOfId: foreign.id }
    await new CancelTicket().handle({ ...merged, by: await asStaff() })
    assert.notInclude((await client.get(page)).text, foreign.publicId)
  })

  test('staff have the panel; whoever has no ticket has an empty list', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    assert.include((await client.get(MINE)).text, 'You have no running tickets.')
    assert.lengthOf(await Ticket.query(), 0)
  })
})
