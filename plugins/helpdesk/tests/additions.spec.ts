import { test } from '@japa/runner'
import { filesOf } from '#core/files'
import { entryFiles } from '#plugins/helpdesk/files'
import { Entry } from '#plugins/helpdesk/models/entry'
import { deedsOf, NOW, ticketNow } from '#plugins/helpdesk/tests/helpdesk'
import { answers, aPortal, aProposal, pdf, staffSay } from '#plugins/helpdesk/tests/portal'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { signedIn, someCustomer } from '#tests/accounts/people'

test.group('The pen', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function sends(client: HttpClient, page: string, given: Record<string, string | File>) {
    const form = (await client.get(`${page}/addition`)).form('/addition')
    const own = form.fields as Record<string, string>
    return client.upload(form.action, { ...own, ...given })
  }

  test('H4 H5 adds words and a file, and changes nothing that stands', async ({ assert }) => {
    const { client, page, ticket } = await aPortal()
    const sent = await sends(client, page, { text: ' It is the blue one. ', files: pdf() })
    assert.equal(sent.location, page)
    const shown = await client.follow(sent)
    for (const told of ['It is added.', 'It is the blue one.', 'The printer prints nothing.']) {
      assert.include(shown.text, told)
    }
    const [opened, added] = await Entry.query().orderBy('id')
    assert.deepEqual([opened.text, added.text], [ticket.subject, 'It is the blue one.'])
    const [file] = await filesOf(entryFiles, added.id)
    assert.equal((await client.get(`/files/${file.publicId}`)).status, 200)
    const stranger = await signedIn(await someCustomer())
    assert.equal((await stranger.get(`/files/${file.publicId}`)).status, 404)
  })

  test('a file alone is enough, nothing at all is not', async ({ assert }) => {
    const { client, page, ticket } = await aPortal()
    const nothing = await sends(client, page, { text: ' ' })
    assert.equal(nothing.status, 422)
    assert.include(nothing.text, 'href="#text"')
    assert.include(nothing.text, 'Please write something or attach a file.')
    assert.equal((await sends(client, page, { files: pdf() })).status, 303)
    const wrong = await sends(client, page, { text: 'Look.', files: pdf('a.exe') })
    assert.equal(wrong.status, 422)
    assert.include(wrong.text, 'Look.')
    assert.deepEqual(await deedsOf(ticket.id), ['opened new', 'added new'])
  })

  test('H5 to a question it is the answer, and the turn is ours again', async ({ assert }) => {
    const { client, page, ticket } = await aPortal()
    await staffSay(ticket, 'ask', 'Which printer?')
    const form = await client.get(`${page}/addition`)
    assert.include(form.text, 'Your answer')
    await sends(client, page, { text: 'The blue one.' })
    assert.equal((await ticketNow(ticket.id)).state, 'in_progress')
  })

  test('a second click adds nothing', async ({ assert }) => {
    const { client, page, ticket } = await aPortal()
    const form = (await client.get(`${page}/addition`)).form('/addition')
    for (const click of [1, 2]) {
      assert.equal((await client.submit(form, { text: 'Once.' })).location, page, `click ${click}`)
    }
    assert.deepEqual(await deedsOf(ticket.id), ['opened new', 'added new'])
  })

  test('H5 who answers a question reads it, on the page of the ticket and above the form', async ({
    assert,
  }) => {
    const { client, page, ticket } = await aPortal()
    await staffSay(ticket, 'ask', 'Which printer?')
    await staffSay(ticket, 'note', 'Zyxfern')
    for (const path of [page, `${page}/addition`]) {
      const quote = /<section class="helpdesk-quote[^]*?<\/section>/.exec(
        (await client.get(path)).text
      )
      assert.include(quote?.[0], 'Which printer?', path)
    }
  })

  test('what was closed meanwhile takes nothing more, and the words are not lost', async ({
    assert,
  }) => {
    const portal = await aProposal()
    const { client, page, ticket } = portal
    const form = (await client.get(`${page}/addition`)).form('/addition')
    await answers(portal, { answer: 'accept' })
    const late = await client.submit(form, { text: 'One more thing.' })
    assert.equal(late.status, 409)
    for (const told of ['Somebody was faster', '“Closed”', 'One more thing.', `href="${page}"`]) {
      assert.include(late.text, told)
    }
    assert.equal((await client.get(`${page}/addition`)).location, page)
    assert.notInclude(await deedsOf(ticket.id), 'added closed')
  })
})
