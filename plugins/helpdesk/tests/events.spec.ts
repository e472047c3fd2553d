import { test } from '@japa/runner'
import { Job, runDueJobs } from '#core/jobs'
import { listen, randomId } from '#core/platform'
import { AddToTicket } from '#plugins/helpdesk/actions/add_to_ticket'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import type { StaffWord } from '#plugins/helpdesk/domain/ticket_states'
import { TicketOpened, TicketStepped } from '#plugins/helpdesk/events'
import { aHelpdesk, asCustomer, asStaff, aTicket, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { someCustomer } from '#tests/accounts/people'
import { withModule } from '#tests/jobs/kit'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { Warranty } from '#tests/kit/example_panel/plugin'
import { withWarranty } from '#tests/kit/example_panel/warranty'

const nothing = async () => {}

test.group('H10 What other plugins hear of tickets', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  /** What was told to a listener, in order. */
  async function told(listener: string) {
    const jobs = await Job.query().where('kind', `event:${listener}`).orderBy('id')
    return jobs.map(({ payload }) => payload)
  }

  test('a ticket that is opened, once however often its form is sent', async ({
    assert,
    cleanup,
  }) => {
    cleanup(withModule('testing', { listens: [listen(TicketOpened, 'testing.opened', nothing)] }))
    const desk = await aHelpdesk()
    const { id: userId, email } = await someCustomer()
    const requester = { userId, firstName: 'Bea', lastName: 'Nowhere', email }
    const formKey = randomId()
    const { id } = await aTicket(desk, { formKey, requester })
    await aTicket(desk, { formKey, requester })
    assert.deepEqual(await told('testing.opened'), [{ ticketId: id }])
  })

  test('each step with the states before and after it; none that was refused', async ({
    assert,
    cleanup,
  }) => {
    cleanup(withModule('testing', { listens: [listen(TicketStepped, 'testing.step', nothing)] }))
    const { id: ticketId } = await aTicket(await aHelpdesk())
    const by = await asStaff()
    const say = (word: StaffWord) =>
      new AnswerTicket().handle({ ticketId, word, text: `${word} …`, by })
    await say('ask')
    const add = { ticketId, text: 'It is the big one.', files: [], by: asCustomer() }
    await new AddToTicket().handle({ ...add, formKey: randomId() })
    await say('propose')
    assert.isFalse((await say('ask')).ok)
    assert.deepEqual(await told('testing.step'), [
      { ticketId, step: 'ask', from: 'new', to: 'waiting_customer' },
      { ticketId, step: 'add', from: 'waiting_customer', to: 'in_progress' },
      { ticketId, step: 'propose', from: 'in_progress', to: 'solution_proposed' },
    ])
  })

  test('the example plugin notes each ticket, also when it hears of it twice', async ({
    assert,
    cleanup,
  }) => {
    cleanup(await withWarranty())
    const { id: ticketId } = await aTicket(await aHelpdesk())
    await runDueJobs()
    await Job.query().where('kind', 'event:warranty.note_ticket').update({ state: 'waiting' })
    await runDueJobs()
    const noted = await Warranty.all()
    assert.deepEqual(
      noted.map((one) => [one.ticketId, one.state]),
      [[ticketId, 'unknown']]
    )
  })
})
