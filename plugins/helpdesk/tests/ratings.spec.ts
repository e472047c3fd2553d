import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { LONGEST_WORDS } from '#plugins/helpdesk/domain/words'
import { NOW, ticketNow } from '#plugins/helpdesk/tests/helpdesk'
import { answers, aProposal } from '#plugins/helpdesk/tests/portal'
import { signedIn } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

test.group('How it went', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function closed() {
    const portal = await aProposal()
    await answers(portal, { answer: 'accept' })
    return portal
  }

  test('is asked once after closing, in words', async ({ assert }) => {
    const { client, page, ticket } = await closed()
    assert.include((await client.get(page)).text, `href="${page}/rating"`)
    const ask = await client.get(`${page}/rating`)
    assert.include(ask.text, 'Very good')
    const done = await client.submit(ask.form('/rating'), { rating: '4', comment: ' Quick. ' })
    const shown = await client.follow(done)
    for (const told of ['Thank you for telling us.', 'Good', 'Quick.']) {
      assert.include(shown.text, told)
    }
    assert.notInclude(shown.text, `href="${page}/rating"`)
    const again = await client.submit(ask.form('/rating'), { rating: '1' })
    assert.equal(again.location, page)
    const { rating, ratingComment } = await ticketNow(ticket.id)
    assert.deepEqual([rating, ratingComment], [4, 'Quick.'])
  })

  test('needs an answer; what was typed stays', async ({ assert }) => {
    const { client, page, ticket } = await closed()
    const form = (await client.get(`${page}/rating`)).form('/rating')
    const missing = await client.submit(form, { comment: 'Quick.' })
    assert.equal(missing.status, 422)
    assert.include(missing.text, 'href="#rating"')
    assert.include(missing.text, 'Quick.')
    const comment = 'x'.repeat(LONGEST_WORDS + 1)
    const long = await client.submit(form, { rating: '5', comment })
    assert.include(long.text, 'href="#comment"')
    assert.match(long.text, /value="5" checked/)
    for (const rating of ['0', '6', '2.5', 'x']) {
      assert.equal((await client.submit(form, { rating })).status, 302, rating)
    }
    assert.isNull((await ticketNow(ticket.id)).rating)
  })

  test('is not asked before closing, nor a month after it', async ({ assert }) => {
    const proposed = await aProposal()
    const { page } = proposed
    assert.equal((await proposed.client.get(`${page}/rating`)).location, page)
    await answers(proposed, { answer: 'accept' })
    clock.advance(30 * 86_400_000)
    const client = await signedIn(proposed.user)
    assert.equal((await client.get(`${page}/rating`)).location, page)
  })
})
