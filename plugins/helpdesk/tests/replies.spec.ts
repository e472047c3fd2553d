import { test } from '@japa/runner'
import { filesOf } from '#core/files'
import { OutboxMail } from '#core/messaging'
import { randomId } from '#core/platform'
import { AddToTicket } from '#plugins/helpdesk/actions/add_to_ticket'
import { entryFiles } from '#plugins/helpdesk/files'
import { Entry } from '#plugins/helpdesk/models/entry'
import { Template } from '#plugins/helpdesk/models/template'
import { anAgent, does, formOf, pathOf, replyOf, writes } from '#plugins/helpdesk/tests/desk'
import {
  aHelpdesk,
  asCustomer,
  aTicket,
  deedsOf,
  NOW,
  ticketNow,
} from '#plugins/helpdesk/tests/helpdesk'
import { atDesk } from '#tests/admin/desk'
import { aPdf } from '#tests/files/corpus'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'

const pdf = (name = 'Manual.pdf') =>
  new File([new Uint8Array(aPdf())], name, { type: 'application/pdf' })

test.group('What staff write', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function opened() {
    const desk = await aHelpdesk()
    return { desk, ticket: await aTicket(desk), ...(await anAgent(desk)) }
  }

  test('H5 an answer, a question and a solution go to the customer; a note does not', async ({
    assert,
  }) => {
    const { ticket, user, client } = await opened()
    const words = [
      ['answer', 'The answer is saved; the e-mail goes out now.'],
      ['ask', 'The question is saved;'],
      ['note', 'The note is saved.'],
      ['propose', 'The solution is proposed;'],
    ]
    for (const [word, said] of words) {
      const answer = await writes(client, ticket, { word, message: `Words to ${word}` })
      assert.equal(answer.location, pathOf(ticket))
      assert.include((await client.follow(answer)).text, said)
    }
    const mails = (await OutboxMail.query().orderBy('id')).map(({ template }) => template.slice(9))
    assert.deepEqual(mails, ['opened', 'answered', 'asked', 'proposed'])
    assert.equal((await ticketNow(ticket.id)).assigneeId, user.id)
    const { text } = await client.get(pathOf(ticket))
    for (const [word] of words) assert.include(text, `Words to ${word}`)
    assert.include(text, 'Counts as accepted after')
  })

  test('H5 only what the state allows is offered; a closed ticket takes notes', async ({
    assert,
  }) => {
    const { ticket, client } = await opened()
    const offered = async () =>
      [...(await client.get(replyOf(ticket))).text.matchAll(/name="word" value="(\w+)"/g)].map(
        ([, word]) => word
      )
    assert.deepEqual(await offered(), ['answer', 'ask', 'propose', 'note'])
    await writes(client, ticket, { word: 'propose', message: 'Switch it off and on.' })
    assert.deepEqual(await offered(), ['answer', 'note'])
    await does(client, ticket, 'cancel', { reason: 'Nobody needs it.' })
    assert.deepEqual(await offered(), ['note'])
  })

  test('two write at once: the second reads what came and keeps what they typed', async ({
    assert,
  }) => {
    const { desk, ticket, client } = await opened()
    const colleague = await anAgent(desk, 'Ben')
    const page = replyOf(ticket)
    const form = formOf(await client.get(page), page)
    await writes(colleague.client, ticket, { word: 'answer', message: 'Is it plugged in?' })
    await new AddToTicket().handle({
      ...{ formKey: randomId(), ticketId: ticket.id, text: 'It is.', files: [] },
      by: asCustomer(),
    })
    const late = await client.submit(form, { word: 'ask', message: 'Which printer is it?' })
    assert.equal(late.status, 409)
    const [above, below] = late.text.split('id="reply"')
    for (const words of ['Is it plugged in?', 'It is.', colleague.user.name]) {
      assert.include(above, words)
    }
    assert.notInclude(above.slice(above.indexOf('id="meanwhile"')), 'prints nothing')
    assert.include(below, 'Which printer is it?</textarea>')
    assert.match(below, /value="ask" checked/)
    assert.deepEqual(await deedsOf(ticket.id), [
      'opened new',
      'answered in_progress',
      'added in_progress',
    ])
    const again = await client.submit(formOf(late, page), {})
    assert.equal(again.status, 303)
    assert.equal((await deedsOf(ticket.id)).at(-1), 'asked waiting_customer')
  })

  test('a note goes in whatever has happened; a double click says nothing twice', async ({
    assert,
  }) => {
    const { desk, ticket, client } = await opened()
    const colleague = await anAgent(desk, 'Ben')
    const page = replyOf(ticket)
    const form = formOf(await client.get(page), page)
    await writes(colleague.client, ticket, { word: 'answer', message: 'Is it plugged in?' })
    const note = { word: 'note', message: 'I have one in the cellar.' }
    assert.equal((await client.submit(form, note)).status, 303)
    assert.equal((await client.submit(form, note)).status, 303)
    assert.deepEqual(await deedsOf(ticket.id), [
      'opened new',
      'answered in_progress',
      'noted in_progress',
    ])
  })

  test('a template is inserted in the language of the ticket, after what is written', async ({
    assert,
  }) => {
    const { desk, ticket, user, client } = await opened()
    const text = { en: 'Dear {customer}, about {number}.\n{agent}', es: 'Hola' }
    const { id } = await Template.create({ name: 'Greeting', text })
    const foreign = await aHelpdesk()
    await Template.create({ name: 'Of others', text, teamId: foreign.team.id })
    await Template.create({ name: 'At rest', text, teamId: desk.team.id, active: false })
    const page = replyOf(ticket)
    const shown = await client.get(page)
    assert.include(shown.text, 'Greeting')
    for (const name of ['Of others', 'At rest']) assert.notInclude(shown.text, name)
    const typed = { word: 'ask', message: 'First.', template: String(id), use_template: '1' }
    const filled = await client.submit(formOf(shown, page), typed)
    assert.equal(filled.status, 200)
    await ticket.load('customer')
    const words = `First.\n\nDear ${ticket.customer.name}, about ${ticket.number}.\n${user.name}`
    assert.equal(formOf(filled, page).fields.message, words)
    assert.equal(formOf(filled, page).fields.word, 'ask')
    assert.deepEqual(await deedsOf(ticket.id), ['opened new'])
  })

  test('files come along, and stay in the form while it is not accepted', async ({ assert }) => {
    const { ticket, client } = await opened()
    const page = replyOf(ticket)
    const { _csrf, form_key: key, seen } = formOf(await client.get(page), page).fields
    const fields = { _csrf: String(_csrf), form_key: String(key), seen: String(seen) }
    const without = { ...fields, word: 'answer', message: '', files: pdf() }
    const empty = await client.upload(page, without)
    assert.equal(empty.status, 422)
    assert.include(empty.text, 'Manual.pdf')
    const sent = await client.submit(formOf(empty, page), { message: 'Here is the manual.' })
    assert.equal(sent.status, 303)
    const entry = await Entry.query().orderBy('id', 'desc').firstOrFail()
    const [file] = await filesOf(entryFiles, entry.id)
    assert.include((await client.get(pathOf(ticket))).text, `/files/${file.publicId}`)
    assert.equal((await client.get(`/files/${file.publicId}`)).status, 200)
    const fresh = formOf(await client.get(page), page).fields
    const wrong = { _csrf: String(_csrf), form_key: String(fresh.form_key), word: 'answer' }
    const refused = await client.upload(page, {
      ...{ ...wrong, seen: String(fresh.seen), message: 'Look.', files: pdf('a.exe') },
    })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'Files of this kind are not taken here.')
    assert.equal(formOf(refused, page).fields.message, 'Look.')
  })

  test('tickets belong to teams: staff of any place write', async ({ assert }) => {
    const { ticket } = await opened()
    const elsewhere = await atDesk('desk', [await aLocation()])
    assert.equal((await elsewhere.get(replyOf(ticket))).status, 200)
    assert.equal((await elsewhere.get('/admin/helpdesk/replies/999999')).status, 404)
  })
})
