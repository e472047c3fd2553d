import { test } from '@japa/runner'
import { OutboxMail, renderMail } from '#core/messaging'
import { clock } from '#core/platform'
import { AddToTicket } from '#plugins/helpdesk/actions/add_to_ticket'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import { WatchDeadlines } from '#plugins/helpdesk/actions/watch_deadlines'
import { CalendarDay } from '#plugins/helpdesk/models/calendar_day'
import { TeamMember } from '#plugins/helpdesk/models/team_member'
import { rome } from '#plugins/helpdesk/tests/calendars'
import { aHelpdesk, asCustomer, asStaff, aTicket, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { statementsOf } from '#tests/kit/statements'

const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const rowsIn = (html: string) =>
  [...html.matchAll(/<tr role="row"[^>]*>([^]*?)<\/tr>/g)].map(([, row]) => textOf(row))

test.group('Deadlines explain themselves', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  /** Opened Tuesday 9:00, asked 10:00, answered by the customer Wednesday 15:30; Thursday is closed. */
  async function paused() {
    const desk = await aHelpdesk()
    await CalendarDay.create({
      ...{
        calendarId: desk.calendar.id,
        day: '2027-01-14',
        name: 'Patron <b>saint</b>',
        hours: [],
      },
    })
    const ticket = await aTicket(desk)
    const ticketId = ticket.id
    clock.freeze(rome('2027-01-12 10:00'))
    await new AnswerTicket().handle({ ticketId, word: 'ask', text: '?', by: await asStaff() })
    const add = async () => {
      clock.freeze(rome('2027-01-13 15:30'))
      const words = { ticketId, text: '!', files: [], by: asCustomer() }
      await new AddToTicket().handle({ formKey: 'one', ...words })
    }
    return { ticket, add, page: `/admin/helpdesk/deadlines/${ticketId}`, desk }
  }

  test('days that counted, pauses, and holidays by their names', async ({ assert }) => {
    const { add, page } = await paused()
    await add()
    const { text, status } = await (await atDesk('desk')).get(page)
    assert.equal(status, 200)
    assert.deepEqual(rowsIn(text.split('<h2>Solution</h2>')[1]).slice(1), [
      'Tue, 12 Jan 2027 09:00–10:00 10:00–13:00, 15:00–18:00 1 h 1 h',
      'Wed, 13 Jan 2027 15:30–18:00 09:00–13:00, 15:00–15:30 2 h 30 min 3 h 30 min',
      'Thu, 14 Jan 2027 Patron &lt;b&gt;saint&lt;/b&gt; Closed – – 3 h 30 min',
      'Fri, 15 Jan 2027 09:00–13:00, 15:00–18:00 – 7 h 10 h 30 min',
      'Sat 16 Jan – Sun, 17 Jan 2027 Closed – – 10 h 30 min',
      'Mon, 18 Jan 2027 09:00–12:30 – 3 h 30 min 14 h',
    ])
    assert.include(textOf(text), 'Counted: 14 h, promised: 14 h')
    assert.match(
      textOf(text),
      /First answer In time Tue, 12 Jan 2027, 10:00 Counted: 1 h, promised: 4 h/
    )
  })

  test('while the customer has the turn the page says what is left', async ({ assert }) => {
    const { page } = await paused()
    clock.freeze(rome('2027-01-12 16:00'))
    const { text } = await (await atDesk('desk')).get(page)
    assert.match(textOf(text), /Solution Paused, 13 h left – Counted: 1 h, promised: 14 h/)
  })

  test('a ticket of which nothing is promised says so; another id is not there', async ({
    assert,
  }) => {
    const desk = await aHelpdesk()
    const need = { ...desk.need, serviceLevelId: null }
    const ticket = await aTicket(desk, { need })
    const staff = await atDesk('desk')
    const { text } = await staff.get(`/admin/helpdesk/deadlines/${ticket.id}`)
    assert.include(text, 'Nothing is promised for this ticket.')
    for (const id of ['999', 'x', '1e3', '99999999999']) {
      assert.equal((await staff.get(`/admin/helpdesk/deadlines/${id}`)).status, 404, id)
    }
  })

  test('the page takes few statements', async ({ assert }) => {
    const { add, page } = await paused()
    await add()
    const staff = await atDesk('desk')
    await staff.get(page)
    const sent = await statementsOf(() => staff.get(page))
    assert.isAtMost(sent.length, 8, sent.join('\n'))
  })

  test('the mail about it leads to the ticket, in the reader’s language', async ({ assert }) => {
    const { ticket, add, desk } = await paused()
    await add()
    const lead = await someStaff({ role: 'manager', locale: 'de' })
    await TeamMember.create({ teamId: desk.team.id, userId: lead.id, leads: true })
    clock.freeze(rome('2027-01-18 13:00'))
    await new WatchDeadlines().handle()
    const sent = { template: 'helpdesk.deadline_missed', toAddress: lead.email }
    const mail = await OutboxMail.query().where(sent).firstOrFail()
    const rendered = await renderMail(mail)
    if (!rendered.ok) throw new Error(rendered.reason)
    assert.equal(rendered.mail.subject, `Frist versäumt: ${ticket.number}`)
    assert.include(textOf(rendered.mail.html), 'Lösung Montag, 18. Januar 2027, 12:30')
    assert.include(rendered.mail.html, `/admin/helpdesk/tickets/${ticket.id}"`)
  })
})
