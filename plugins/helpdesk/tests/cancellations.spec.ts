import { test } from '@japa/runner'
import { deedsOf, NOW, ticketNow } from '#plugins/helpdesk/tests/helpdesk'
import { aPortal, mailsTo } from '#plugins/helpdesk/tests/portal'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

test.group('A ticket that is no longer needed', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  for (const text of ['', 'It prints again.']) {
    test(`is withdrawn after one question, ${text ? 'with' : 'without'} a word`, async ({
      assert,
    }) => {
      const { client, page, ticket } = await aPortal()
      const ask = await client.get(`${page}/cancellation`)
      assert.include(ask.text, ticket.number)
      for (const click of [1, 2]) {
        const done = await client.submit(ask.form('/cancellation'), { text })
        assert.equal(done.location, page, `click ${click}`)
      }
      assert.deepEqual(await deedsOf(ticket.id), ['opened new', 'cancelled cancelled'])
      const shown = await client.get(page)
      for (const told of ['You withdrew the ticket', text]) assert.include(shown.text, told)
      assert.equal((await client.get(`${page}/cancellation`)).location, page)
      assert.lengthOf(await mailsTo(), 1, 'the customer knows')
    })
  }

  test('opening the page changes nothing', async ({ assert }) => {
    const { client, page, ticket } = await aPortal()
    await client.get(`${page}/cancellation?text=x`)
    assert.equal((await ticketNow(ticket.id)).state, 'new')
  })
})
