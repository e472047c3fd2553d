import { test } from '@japa/runner'
import { OutboxMail } from '#core/messaging'
import { clock } from '#core/platform'
import { User } from '#core/accounts'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import { ChangeTicket } from '#plugins/helpdesk/actions/change_ticket'
import { WatchDeadlines } from '#plugins/helpdesk/actions/watch_deadlines'
import { Target } from '#plugins/helpdesk/models/target'
import { TeamMember } from '#plugins/helpdesk/models/team_member'
import { rome } from '#plugins/helpdesk/tests/calendars'
import { aHelpdesk, aTicket, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { someStaff } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

/** First answer due Tuesday 13:00, warned of at 12:00; solution Wednesday 18:00, at 12:30. */
test.group('Deadlines are watched', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function staffed() {
    const desk = await aHelpdesk()
    const ticket = await aTicket(desk, { description: 'No paper' })
    const people = {
      lead: await someStaff({ role: 'manager', email: 'lead@example.org', locale: 'it' }),
      member: await someStaff({ role: 'desk', email: 'member@example.org', locale: 'de' }),
      other: await someStaff({ role: 'desk', email: 'other@example.org' }),
    }
    const { id: teamId } = desk.team
    await TeamMember.createMany([
      { teamId, userId: people.lead.id, leads: true },
      { teamId, userId: people.member.id },
    ])
    const by = { kind: 'staff', id: people.member.id } as const
    const say = (word: 'answer' | 'ask') =>
      new AnswerTicket().handle({ ticketId: ticket.id, word, text: '…', by })
    return { ticket, people, by, say }
  }

  const watchAt = (time: string) => {
    clock.freeze(rome(time))
    return new WatchDeadlines().handle()
  }

  const told = async () => {
    const mails = await OutboxMail.query().where('template', 'like', 'helpdesk.deadline%')
    const of = ({ template, toAddress, locale, data }: OutboxMail) => {
      const { kind, dueAt } = data as { kind: string; dueAt: number }
      const what = `${template.slice(18)} ${kind} ${(dueAt - rome('2027-01-12 00:00')) / 3_600_000}`
      return `${what} ${toAddress.split('@')[0]} ${locale}`
    }
    return mails.map(of).sort()
  }

  test('the team is warned once before, its leads hear once that it was missed', async ({
    assert,
  }) => {
    const { ticket } = await staffed()
    await watchAt('2027-01-12 11:59')
    assert.deepEqual(await told(), [])
    await watchAt('2027-01-12 12:00')
    await watchAt('2027-01-12 12:01')
    const near = ['near first_answer 13 lead it', 'near first_answer 13 member de']
    assert.deepEqual(await told(), near)
    await watchAt('2027-01-12 13:00')
    assert.deepEqual(await told(), near)
    await watchAt('2027-01-12 13:01')
    await watchAt('2027-01-12 13:02')
    assert.deepEqual(await told(), ['missed first_answer 13 lead it', ...near])
    const target = await Target.findByOrFail({ ticketId: ticket.id, kind: 'first_answer' })
    assert.equal(target.warnedAt, rome('2027-01-12 12:00'))
    assert.equal(target.missedAt, rome('2027-01-12 13:01'))
    const [mail] = await OutboxMail.query().where('template', 'helpdesk.deadline_missed')
    assert.deepInclude(mail.data, {
      ...{ ticketId: ticket.id, number: ticket.number, subject: 'No paper', priority: 4 },
      zone: 'Europe/Rome',
    })
  })

  test('whoever has the ticket is warned alone, and told with the leads, in the team or not', async ({
    assert,
  }) => {
    const { ticket, people, by } = await staffed()
    const values = { assigneeId: people.other.id }
    await new ChangeTicket().handle({ ticketId: ticket.id, values, by })
    await watchAt('2027-01-12 12:00')
    assert.deepEqual(await told(), ['near first_answer 13 other en'])
    await watchAt('2027-01-12 13:30')
    assert.deepEqual(await told(), [
      ...['missed first_answer 13 lead it', 'missed first_answer 13 other en'],
      'near first_answer 13 other en',
    ])
  })

  test('what was answered in time, and what waits for the customer, is nobody’s alarm', async ({
    assert,
  }) => {
    const { say } = await staffed()
    clock.freeze(rome('2027-01-12 10:00'))
    await say('ask')
    await watchAt('2027-01-14 18:00')
    assert.deepEqual(await told(), [])
  })

  test('what fell due while no worker ran is missed at once, without a warning', async ({
    assert,
  }) => {
    const { people } = await staffed()
    await User.query().where('id', people.lead.id).update({ disabledAt: clock.now() })
    await watchAt('2027-01-14 09:00')
    assert.deepEqual(await told(), [
      // Nobody leads any more, so everybody is told.
      ...['missed first_answer 13 member de', 'missed solution 42 member de'],
    ])
    assert.isNull((await Target.query().whereNotNull('warnedAt').first()) ?? null)
  })

  test('of two workers one tells', async ({ assert }) => {
    await staffed()
    clock.freeze(rome('2027-01-12 12:10'))
    await Promise.all([new WatchDeadlines().handle(), new WatchDeadlines().handle()])
    assert.lengthOf(await told(), 2)
  })
})
