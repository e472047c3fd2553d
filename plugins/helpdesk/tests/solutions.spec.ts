import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { deedsOf, NOW, ticketNow } from '#plugins/helpdesk/tests/helpdesk'
import { answers, aProposal, mailsTo, staffSay } from '#plugins/helpdesk/tests/portal'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

test.group('The tick', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('H5 shows the solution and until when it can be answered; accepting closes', async ({
    assert,
  }) => {
    const portal = await aProposal()
    const { client, page, ticket } = portal
    const shown = await client.get(`${page}/solution`)
    assert.include(shown.text, 'Switch it off and on.')
    assert.include(shown.text, 'until Tuesday 19 January')
    const done = await answers(portal, { answer: 'accept' })
    assert.equal(done.location, page)
    const after = await client.follow(done)
    for (const told of ['You have accepted the solution', 'take the acceptance back until']) {
      assert.include(after.text, told)
    }
    assert.equal((await ticketNow(ticket.id)).state, 'closed')
    assert.equal((await mailsTo()).at(-1)!.subject, `Ticket ${ticket.number} is closed`)
  })

  test('H5 rejecting needs a reason, which is kept', async ({ assert }) => {
    const portal = await aProposal()
    const { client, page, ticket } = portal
    const missing = await answers(portal, { answer: 'reject', text: ' ' })
    assert.equal(missing.status, 422)
    assert.include(missing.text, 'href="#text"')
    assert.match(missing.text, /value="reject" checked/)
    const nothing = await answers(portal, { text: 'Still blank.' })
    assert.equal(nothing.status, 422)
    assert.include(nothing.text, 'href="#answer"')
    assert.include(nothing.text, 'Still blank.')
    const done = await answers(portal, { answer: 'reject', text: 'Still blank.' })
    assert.include((await client.follow(done)).text, 'You have rejected the solution.')
    assert.include((await client.get(page)).text, 'Still blank.')
    const { state, rejected } = await ticketNow(ticket.id)
    assert.deepEqual([state, rejected], ['in_progress', 1])
  })

  for (const [answer, state] of [
    ['accept', 'closed'],
    ['reject', 'in_progress'],
  ] as const) {
    test(`H5 accepting with a comment is asked once more, and may be meant to ${answer}`, async ({
      assert,
    }) => {
      const portal = await aProposal()
      const { client, page, ticket } = portal
      const unsure = await answers(portal, { answer: 'accept', text: 'It is\nstill "blank".' })
      assert.equal(unsure.status, 200)
      assert.include(unsure.text, 'What do you mean by that?')
      assert.equal((await ticketNow(ticket.id)).state, 'solution_proposed')
      const done = await client.submit(unsure.form('/solution'), { answer })
      assert.equal(done.location, page)
      assert.equal((await ticketNow(ticket.id)).state, state)
      assert.include((await client.get(page)).text, 'It is\nstill &quot;blank&quot;.')
    })
  }

  test('H5 of another solution the page says so, and what was typed stays', async ({ assert }) => {
    const portal = await aProposal()
    const { client, page, ticket } = portal
    const form = (await client.get(`${page}/solution`)).form('/solution')
    await answers(portal, { answer: 'reject', text: 'No.' })
    clock.advance(60_000)
    await staffSay(ticket, 'propose', 'Change the cable.')
    const late = await client.submit(form, { answer: 'reject', text: 'It smells.' })
    assert.equal(late.status, 409)
    for (const told of ['another solution meanwhile', 'Change the cable.', 'It smells.']) {
      assert.include(late.text, told)
    }
    assert.notMatch(late.text, /value="(accept|reject)" checked/)
    const { proposedAt } = await ticketNow(ticket.id)
    assert.equal(late.form('/solution').fields.proposed_at, String(proposedAt))
  })

  test('a second click is once; who comes too late keeps their words', async ({ assert }) => {
    const portal = await aProposal()
    const { client, page, ticket } = portal
    const form = (await client.get(`${page}/solution`)).form('/solution')
    for (const click of [1, 2]) {
      const answer = await client.submit(form, { answer: 'accept', text: '' })
      assert.equal(answer.location, page, `click ${click}`)
    }
    assert.deepEqual((await deedsOf(ticket.id)).slice(-1), ['accepted closed'])
    const late = await client.submit(form, { answer: 'reject', text: 'It smells.' })
    assert.equal(late.status, 409)
    assert.include(late.text, 'It smells.')
    const bare = await client.submit(form, { answer: undefined, text: undefined })
    assert.equal(bare.location, page)
    assert.equal((await client.get(`${page}/solution`)).location, page)
  })

  test('what no browser sends is refused, and changes nothing', async ({ assert }) => {
    const portal = await aProposal()
    const { client, page, ticket } = portal
    const { action, fields } = (await client.get(`${page}/solution`)).form('/solution')
    const answer = { answer: 'accept' }
    for (const wrong of [{ proposed_at: 'x' }, { answer: 'maybe' }, { 'text[]': 'x', text: [] }]) {
      const { status } = await client.post(action, { ...fields, ...answer, ...wrong })
      assert.equal(status, 302, JSON.stringify(wrong))
    }
    assert.equal((await ticketNow(ticket.id)).state, 'solution_proposed')
  })
})
