import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Customer } from '#core/customers'
import { StoredFile } from '#core/files'
import { clock, routeTable } from '#core/platform'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { anAgent, formOf, replyOf } from '#plugins/helpdesk/tests/desk'
import { deedsOf, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { answers, aPortal, aProposal, MINE, pdf } from '#plugins/helpdesk/tests/portal'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { visitor } from '#tests/web/visitor'

/** Every page about one ticket, as the routes say: a new one is asked of here without a word. */
const ofOneTicket = () =>
  routeTable().filter(
    ({ owner, area, pattern }) =>
      owner === 'helpdesk' && area === 'account' && pattern.includes(':id')
  )

const WORDS = { text: 'x', answer: 'reject', rating: '3', form_key: 'k', proposed_at: '0' }

test.group('Whose ticket it is', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function statuses(client: HttpClient, id: string): Promise<Set<number>> {
    const { _csrf } = (await client.get('/account')).form('/sign-out').fields
    const found = new Set<number>()
    for (const { method, pattern } of ofOneTicket()) {
      const path = pattern.replace(':id', id)
      const fields = { _csrf, ...WORDS }
      found.add((await (method === 'GET' ? client.get(path) : client.post(path, fields))).status)
    }
    return found
  }

  test('H7 foreign and wrong ids read "not found" on every route', async ({ assert }) => {
    const { client, ticket, page } = await aProposal()
    assert.isAtLeast(ofOneTicket().length, 13)
    const other = await signedIn(await someCustomer())
    for (const id of [ticket.publicId, String(ticket.id), ticket.number, 'x'.repeat(22)]) {
      assert.deepEqual(await statuses(other, id), new Set([404]), id)
    }
    const staff = await signedIn(await someStaff({ role: 'owner', isDemo: true }))
    assert.equal((await staff.get(page)).status, 404, 'staff have the panel')
    assert.equal((await staff.get(MINE)).status, 404)
    assert.lengthOf(await deedsOf(ticket.id), 2)
    assert.notInclude(await statuses(client, ticket.publicId), 404)
  })

  test('files read as "not found" to others, also after closing; a note’s to customers', async ({
    assert,
  }) => {
    const portal = await aProposal()
    const { client, desk, ticket, page } = portal
    const upload = async (who: HttpClient, path: string, words: Record<string, string>) => {
      const own = formOf(await who.get(path), path).fields as Record<string, string>
      assert.equal((await who.upload(path, { ...own, ...words, files: pdf() })).status, 303)
    }
    const { client: agent } = await anAgent(desk)
    await upload(client, `${page}/addition`, { text: 'Here it is.' })
    await upload(agent, replyOf(ticket), { word: 'note', message: 'Seen.' })
    const [added, noted] = (await StoredFile.query().orderBy('id')).map(
      ({ publicId }) => `/files/${publicId}`
    )
    const stranger = await signedIn(await someCustomer())
    for (const state of ['solution_proposed', 'closed']) {
      if (state === 'closed') await answers(portal, { answer: 'accept' })
      assert.equal((await Ticket.findOrFail(ticket.id)).state, state)
      const asked = [client, agent, stranger, visitor()].map(async (who) => [
        (await who.get(added)).status,
        (await who.get(noted)).status,
      ])
      assert.deepEqual(await Promise.all(asked), [
        ...[
          [200, 404],
          [200, 200],
        ],
        ...[
          [404, 404],
          [404, 404],
        ],
      ])
    }
  })

  test('H7 a record that is taken out of the account takes its tickets along', async ({
    assert,
  }) => {
    const { client, ticket, user, page } = await aPortal()
    await Customer.query().where('id', ticket.customerId).update({ userId: null })
    assert.deepEqual(await statuses(client, ticket.publicId), new Set([404]))
    assert.notInclude((await client.get(MINE)).text, ticket.publicId)
    await Customer.query().where('id', ticket.customerId).update({ userId: user.id })
    assert.equal((await client.get(page)).status, 200)
    await user.merge({ disabledAt: clock.now() }).save()
    assert.notEqual((await client.get(page)).status, 200)
  })

  test('H7 whose session has ended signs in again', async ({ assert }) => {
    const { client, page } = await aPortal()
    clock.advance(24 * 3_600_000)
    assert.equal((await client.get(page)).location, `/sign-in?next=${encodeURIComponent(page)}`)
  })

  test('who opens links, as mail scanners do, changes nothing', async ({ assert }) => {
    const { client, ticket } = await aProposal()
    const before = (await Ticket.findOrFail(ticket.id)).$attributes
    for (const scanner of [client, visitor()]) {
      for (const { method, pattern } of ofOneTicket()) {
        const query = new URLSearchParams(WORDS)
        const path = `${pattern.replace(':id', ticket.publicId)}?${query}`
        if (method === 'GET') await scanner.get(path)
      }
    }
    assert.deepEqual((await Ticket.findOrFail(ticket.id)).$attributes, before)
    assert.lengthOf(await db.from('helpdesk_entries'), 2)
  })
})
