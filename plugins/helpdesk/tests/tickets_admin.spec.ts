import { test } from '@japa/runner'
import { FormDefinition, FormVersion } from '#core/forms'
import { clock, randomId } from '#core/platform'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import { CancelTicket } from '#plugins/helpdesk/actions/cancel_ticket'
import { ChangeTicket } from '#plugins/helpdesk/actions/change_ticket'
import { Team } from '#plugins/helpdesk/models/team'
import { rome } from '#plugins/helpdesk/tests/calendars'
import { anAgent, pathOf, TICKETS } from '#plugins/helpdesk/tests/desk'
import {
  aCustomer,
  aHelpdesk,
  asCustomer,
  asStaff,
  aTicket,
  NOW,
} from '#plugins/helpdesk/tests/helpdesk'
import { signedIn } from '#tests/accounts/people'
import { atDesk, HOSTILE, isClean } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation } from '#tests/scheduling/planner'

test.group('Tickets in the panel', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  /** Numbers of the tickets that a list shows, in its order. */
  async function listed(client: HttpClient, query: string): Promise<string[]> {
    const { status, text } = await client.get(`${TICKETS}?${query}`)
    if (status !== 200) throw new Error(`${query} answered ${status}`)
    return [...text.matchAll(/class="table__link"[^>]*>(T-2027-\d{5})</g)].map(([, one]) => one)
  }

  async function inbox() {
    await aLocation()
    const desk = await aHelpdesk()
    const { user, client } = await anAgent(desk)
    const [mine, nobodys, asked, over] = [
      await aTicket(desk),
      await aTicket(desk, { urgency: 'high' }),
      await aTicket(desk),
      await aTicket(desk),
    ]
    const by = await asStaff()
    await new ChangeTicket().handle({ ticketId: mine.id, values: { assigneeId: user.id }, by })
    await new AnswerTicket().handle({ ticketId: asked.id, word: 'ask', text: 'Which one?', by })
    await new CancelTicket().handle({ ticketId: over.id, text: 'Spam', by })
    return { desk, user, client, mine, nobodys, asked, over }
  }

  test('the inbox stands first in the navigation, then what is done daily', async ({ assert }) => {
    const { text } = await (await atDesk('owner')).get('/admin')
    const links = [...text.matchAll(/href="(\/admin\/helpdesk[^"?]*)"/g)].map(([, href]) => href)
    const daily = ['tickets', 'open', 'statistics'].map((page) => `/admin/helpdesk/${page}`)
    assert.deepEqual([...new Set(links)].slice(0, 3), daily)
  })

  test('the tabs tell whose they are and how they stand, each with its count', async ({
    assert,
  }) => {
    const { client, mine, nobodys, asked, over } = await inbox()
    const numbers = (...tickets: { number: string }[]) => tickets.map(({ number }) => number)
    assert.deepEqual(await listed(client, 'tab=mine'), numbers(mine))
    assert.deepEqual(await listed(client, 'tab=unassigned'), numbers(nobodys))
    assert.deepEqual(await listed(client, 'tab=running'), numbers(nobodys, mine, asked))
    assert.deepEqual(await listed(client, 'tab=waiting'), numbers(asked))
    assert.deepEqual(await listed(client, 'tab=closed'), numbers(over))
    const { text } = await client.get(`${TICKETS}?tab=running`)
    const counts = [...text.matchAll(/tabs__count">(\d+)</g)].map(([, count]) => Number(count))
    assert.deepEqual(counts, [1, 1, 3, 1, 0, 0, 1])
    assert.include(text, '1 ticket that nobody has')
  })

  test('a tab with nothing in it says what that means', async ({ assert }) => {
    const { client } = await anAgent(await aHelpdesk())
    const words = { mine: 'No ticket is yours at the moment.', overdue: 'Nothing is overdue.' }
    for (const [tab, text] of Object.entries(words)) {
      assert.include((await client.get(`${TICKETS}?tab=${tab}`)).text, text)
    }
  })

  test('what is due soon, and what is overdue; nothing is while the customer has the turn', async ({
    assert,
  }) => {
    const { user, mine, nobodys } = await inbox()
    clock.freeze(rome('2027-01-12 12:30'))
    const earlier = await signedIn(user)
    assert.deepEqual(await listed(earlier, 'tab=due_soon'), [nobodys.number, mine.number])
    assert.deepEqual(await listed(earlier, 'tab=overdue'), [])
    const { text } = await earlier.get(`${TICKETS}?tab=running`)
    assert.include(text, 'Soon: Tue 12 Jan, 13:00')
    assert.include(text, 'paused')
    clock.freeze(rome('2027-01-12 13:30'))
    const client = await signedIn(user)
    assert.deepEqual(await listed(client, 'tab=due_soon'), [])
    assert.deepEqual(await listed(client, 'tab=overdue'), [nobodys.number, mine.number])
    assert.include((await client.get(`${TICKETS}?tab=overdue`)).text, 'Overdue: Tue 12 Jan, 13:00')
  })

  test('sorted by what is due first, those without a deadline last, either way', async ({
    assert,
  }) => {
    const { desk, client, user, mine, nobodys, asked } = await inbox()
    clock.freeze(rome('2027-01-12 09:20'))
    const later = await aTicket(desk, { urgency: 'high' })
    const due = [nobodys, mine, later].map(({ number }) => number)
    for (const narrowed of ['', '&urgency=medium,high']) {
      const sorted = (by: string) => listed(client, `tab=running&sort=${by}${narrowed}`)
      assert.deepEqual(await sorted('nextDueAt'), [...due, asked.number], narrowed)
      assert.deepEqual(await sorted('-nextDueAt'), [...due.toReversed(), asked.number], narrowed)
    }
    clock.freeze(rome('2027-01-12 15:30'))
    assert.deepEqual(await listed(await signedIn(user), 'tab=overdue'), due)
  })

  test('found by number, subject and customer, and narrowed by what it is', async ({ assert }) => {
    const { desk, client, user, mine, nobodys, asked } = await inbox()
    const { id: customerId } = await aCustomer({ email: 'zita@example.org' })
    const description = 'The scanner jams on thick paper'
    const other = await aTicket(desk, { requester: { customerId }, description })
    const found = (query: string) => listed(client, `tab=running&${query}`)
    assert.deepEqual(await found(`q=${mine.number}`), [mine.number])
    const [year, digits] = [other.number.slice(2, 6), other.number.slice(7)]
    for (const part of [`${year}-${digits}`, digits, 'SCAN', 'jams thick']) {
      assert.deepEqual(await found(`q=${part}`), [other.number], part)
    }
    // Some customers of these tests have figures in their names.
    assert.include(await found(`q=${Number(digits)}`), other.number)
    assert.deepEqual(await found('q=–'), [])
    assert.deepEqual(await found('q=zita'), [other.number])
    assert.deepEqual(await found('urgency=high'), [nobodys.number])
    assert.deepEqual(await found('priority=3'), [nobodys.number])
    assert.deepEqual(await found('state=waiting_customer'), [asked.number])
    assert.deepEqual(await found(`assigneeId=${user.id}`), [mine.number])
    assert.lengthOf(await found(`teamId=${desk.team.id}`), 4)
    const elsewhere = await Team.create({ name: 'Second line' })
    assert.deepEqual(await found(`teamId=${elsewhere.id}`), [])
    assert.deepEqual(await found('kind=request'), [])
    const palette = await client.get(`/admin/search?q=${other.number}`)
    assert.include(palette.text, pathOf(other))
  })

  test('the page of a ticket tells everything, and marks what only staff read', async ({
    assert,
  }) => {
    const { desk, client, user, mine } = await inbox()
    const by = { kind: 'staff', id: user.id } as const
    const text = 'Looks like the fuser.'
    await new AnswerTicket().handle({ ticketId: mine.id, word: 'note', text, by })
    const followUp = await aTicket(desk, { followUpOfId: mine.id })
    const page = await client.get(pathOf(mine))
    const parts = ['The printer prints nothing.', 'Printer › It does not print', followUp.number]
    for (const part of [...parts, 'Internal note', text, 'First line', 'Usual', 'one person']) {
      assert.include(page.text, part)
    }
    assert.isBelow(page.text.indexOf(text), page.text.indexOf('prints nothing.</p>'))
    assert.match(page.text, /data-side="internal"[\s\S]*Looks like the fuser/)
    assert.include((await client.get(pathOf(followUp))).text, 'Follows')
  })

  test('what the form asked stands there with the questions of that time', async ({ assert }) => {
    const desk = await aHelpdesk()
    const { client } = await anAgent(desk)
    const form = await FormDefinition.create({
      ...{ publicId: randomId(), name: 'Printers', currentNumber: 1 },
    })
    const { id: formVersionId } = await FormVersion.create({
      ...{ definitionId: form.id, number: 1, createdAt: clock.now() },
      fields: [{ key: 'place', kind: 'text', label: { en: 'Which printer?' }, required: true }],
    })
    const answers = { place: 'The one at the counter' }
    const ticket = await aTicket(desk, { formVersionId, answers })
    const { text } = await client.get(pathOf(ticket))
    assert.match(text, /Which printer\?[\s\S]*The one at the counter/)
  })

  test('what customers write is text on every page', async ({ assert }) => {
    const desk = await aHelpdesk()
    const { client } = await anAgent(desk)
    const ticket = await aTicket(desk, { description: HOSTILE })
    const by = asCustomer()
    await new CancelTicket().handle({ ticketId: ticket.id, text: HOSTILE, by })
    const pages = ['?tab=closed', `/${ticket.id}`, `/${ticket.id}/note`].map((end) => TICKETS + end)
    for (const page of [...pages, `/admin/helpdesk/replies/${ticket.id}`, '/admin']) {
      const answer = await client.get(page)
      assert.equal(answer.status, 200, page)
      assert.isTrue(isClean(answer), page)
    }
  })
})
