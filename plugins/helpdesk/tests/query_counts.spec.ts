import { test } from '@japa/runner'
import { formFor, type FormField } from '#core/forms'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import { CancelTicket } from '#plugins/helpdesk/actions/cancel_ticket'
import { ChangeTicket } from '#plugins/helpdesk/actions/change_ticket'
import { anAgent, pathOf, replyOf, TICKETS } from '#plugins/helpdesk/tests/desk'
import { aTicket, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { aForm, aPortal, MINE, pdf, requesterOf, staffSay } from '#plugins/helpdesk/tests/portal'
import { atDesk, statements } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'
import type { HttpClient } from '#tests/kit/http'

const PANEL_MOST = 8
const CUSTOMER_MOST = 6
const QUESTIONS: FormField[] = [
  { key: 'device', kind: 'text', label: { en: 'Which device?' }, required: true },
]

test.group('Statements of the helpdesk', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  /** A ticket with everything that one can have: answers, files, changes, tickets that belong to it. */
  async function aFullTicket() {
    await aLocation()
    const form = (await formFor(await aForm(QUESTIONS)))!
    const first = await aPortal()
    const { desk, user, client } = first
    const more = { formVersionId: form.id, answers: { device: 'The blue one' } }
    const requester = requesterOf(user)
    const full = await aTicket(desk, { requester, followUpOfId: first.ticket.id, ...more })
    await aTicket(desk, { requester, followUpOfId: full.id })
    const again = await aTicket(desk, { requester })
    const one = await anAgent(desk, 'Ada')
    const other = await anAgent(desk, 'Eve')
    const by = { kind: 'staff', id: one.user.id } as const
    for (const { user: assignee } of [other, one]) {
      const values = { assigneeId: assignee.id, priority: 1 } as const
      await new ChangeTicket().handle({ ticketId: full.id, values, by })
    }
    const same = { ticketId: again.id, text: null, duplicateOfId: full.id, by }
    await new CancelTicket().handle(same)
    await new AnswerTicket().handle({ ticketId: full.id, word: 'note', text: 'Check it.', by })
    await staffSay(full, 'ask', 'Which one?')
    const page = `${MINE}/${full.publicId}`
    const addition = (await client.get(`${page}/addition`)).form('/addition')
    const fields = { ...(addition.fields as Record<string, string>), files: pdf() }
    await client.upload(`${page}/addition`, { ...fields, text: 'The blue one.' })
    return { desk, client, full, page }
  }

  async function counted(client: HttpClient, pages: string[]) {
    const counts: Record<string, number> = {}
    for (const page of pages) {
      if ((await client.get(page)).status !== 200) throw new Error(page)
      counts[page] = await statements(() => client.get(page))
    }
    return counts
  }

  test('a page of the panel sends at most eight, also that of a ticket with a long history', async ({
    assert,
  }) => {
    const { full } = await aFullTicket()
    const owner = await atDesk('owner')
    const { text } = await owner.get(pathOf(full))
    for (const shown of ['The blue one', 'Follows', 'Followed by', 'Also in', 'Eve', 'Check it.']) {
      assert.include(text, shown)
    }
    const lists = ['running', 'overdue', 'closed'].map((tab) => `${TICKETS}?tab=${tab}`)
    const search = `${TICKETS}?tab=running&q=printer&urgency=medium`
    const open = `/admin/helpdesk/open?customer=${full.customerId}`
    const deadlines = `/admin/helpdesk/deadlines/${full.id}`
    const pages = [pathOf(full), replyOf(full), deadlines, open, ...lists, search]
    const counts = await counted(owner, pages)
    assert.isAtMost(Math.max(...Object.values(counts)), PANEL_MOST, JSON.stringify(counts))
  })

  test('a page of the customer sends at most six', async ({ assert }) => {
    const { desk, client, full, page } = await aFullTicket()
    await staffSay(full, 'propose', 'Switch it off and on.')
    assert.include((await client.get(page)).text, 'The blue one')
    const form = `${MINE}/new/form?need=${desk.key}`
    const steps = ['addition', 'solution', 'cancellation'].map((step) => `${page}/${step}`)
    const pages = ['/helpdesk', MINE, `${MINE}/closed`, page, `${MINE}/new`, form, ...steps]
    const counts = await counted(client, pages)
    assert.isAtMost(Math.max(...Object.values(counts)), CUSTOMER_MOST, JSON.stringify(counts))
  })
})
