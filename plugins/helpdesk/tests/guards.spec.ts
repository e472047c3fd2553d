import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { transaction } from '#core/platform'
import { CancelTicket } from '#plugins/helpdesk/actions/cancel_ticket'
import { APPEND_ONLY } from '#plugins/helpdesk/domain/entry_guards'
import { aHelpdesk, asCustomer, aTicket, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

test.group('H4 What was said about a ticket stays as it was said', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  const entries = () => db.from('helpdesk_entries')

  for (const changes of [{ text: 'Something else.' }, { deed: 'noted' }, { created_at: 1 }]) {
    test(`the database refuses to change ${Object.keys(changes)}`, async ({ assert }) => {
      await aTicket(await aHelpdesk())
      const rewrite = () =>
        transaction(async (trx) => void (await trx.from('helpdesk_entries').update(changes)))
      await assert.rejects(rewrite, new RegExp(APPEND_ONLY))
    })
  }

  test('words go when a person is erased, and nothing else with them', async ({ assert }) => {
    await aTicket(await aHelpdesk())
    await entries().update({ text: null })
    assert.deepInclude(await entries().first(), { text: null, deed: 'opened' })
  })

  test('entries go with a ticket that is over, not with one that runs', async ({ assert }) => {
    const ticket = await aTicket(await aHelpdesk())
    const remove = () =>
      transaction(async (trx) => void (await trx.from('helpdesk_entries').delete()))
    await assert.rejects(remove, new RegExp(APPEND_ONLY))
    await new CancelTicket().handle({ ticketId: ticket.id, text: null, by: asCustomer() })
    await remove()
    assert.isNull(await entries().first())
  })
})
