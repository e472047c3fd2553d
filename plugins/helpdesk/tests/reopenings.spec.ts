import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { lapseSolution } from '#plugins/helpdesk/actions/lapse_solution'
import { deedsOf, NOW, ticketNow } from '#plugins/helpdesk/tests/helpdesk'
import { answers, aProposal, mailsTo, MINE, type Portal } from '#plugins/helpdesk/tests/portal'
import { signedIn } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const HOUR = 3_600_000

test.group('A closed ticket that goes on', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function closed(): Promise<Portal> {
    const portal = await aProposal()
    await answers(portal, { answer: 'accept' })
    return portal
  }

  /** Some time later, signed in anew. */
  async function later(portal: Portal, hours: number): Promise<Portal> {
    clock.advance(hours * HOUR)
    return { ...portal, client: await signedIn(portal.user) }
  }

  test('H5 an acceptance is taken back within 72 hours', async ({ assert }) => {
    const { client, page, ticket } = await later(await closed(), 71)
    assert.include((await client.get(page)).text, `href="${page}/withdrawal"`)
    const form = (await client.get(`${page}/withdrawal`)).form('/withdrawal')
    for (const click of [1, 2]) {
      const done = await client.submit(form, { text: 'The wrong button.' })
      assert.equal(done.location, page, `click ${click}`)
    }
    const { state, reopened } = await ticketNow(ticket.id)
    assert.deepEqual([state, reopened], ['in_progress', 1])
    assert.include((await client.get(page)).text, 'The wrong button.')
  })

  test('H6 later it is reopened, with a word why', async ({ assert }) => {
    const { client, page, ticket } = await later(await closed(), 72)
    const shown = await client.get(page)
    assert.notInclude(shown.text, '/withdrawal')
    assert.include(shown.text, `href="${page}/reopening"`)
    assert.equal((await client.get(`${page}/withdrawal`)).location, page)
    const form = (await client.get(`${page}/reopening`)).form('/reopening')
    const missing = await client.submit(form, { text: '' })
    assert.equal(missing.status, 422)
    const done = await client.submit(missing.form('/reopening'), { text: 'It came again.' })
    assert.include((await client.follow(done)).text, 'The ticket is open again.')
    assert.deepEqual((await deedsOf(ticket.id)).slice(-1), ['reopened in_progress'])
  })

  test('H6 who did not answer is told so, and until the end of which day it can be reopened', async ({
    assert,
  }) => {
    const portal = await aProposal()
    const lapsesAt = (await ticketNow(portal.ticket.id)).lapsesAt!
    clock.freeze(lapsesAt)
    await lapseSolution({ ticketId: portal.ticket.id, lapsesAt })
    const { client, page } = await later(portal, 1)
    const { text } = await client.get(page)
    const [mail] = (await mailsTo()).slice(-1)
    for (const told of [mail.text, text]) {
      assert.include(told, 'until Tuesday, 2 February 2027, 23:59')
    }
    assert.include(text, 'We heard nothing about our solution')
    assert.notInclude(text, 'Thank you for your help')
  })

  test('H6 after that only a follow-up is offered', async ({ assert }) => {
    const soon = await later(await closed(), 13 * 24)
    const form = (await soon.client.get(`${soon.page}/reopening`)).form('/reopening')
    const { client, page, ticket } = await later(soon, 24)
    const shown = await client.get(page)
    assert.notInclude(shown.text, '/reopening')
    assert.include(shown.text, `${MINE}/new?follow_up_of=${ticket.publicId}`)
    assert.equal((await client.get(`${page}/reopening`)).location, page)
    const { _csrf } = (await client.get(page)).form('/sign-out').fields
    const late = await client.submit(form, { text: 'It came again.', _csrf })
    assert.equal(late.status, 409)
    assert.include(late.text, 'It came again.')
    assert.equal((await ticketNow(ticket.id)).state, 'closed')
  })
})
