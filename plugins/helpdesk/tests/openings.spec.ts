import { test } from '@japa/runner'
import { filesOf, StoredFile } from '#core/files'
import { SYSTEM, transaction } from '#core/platform'
import { saveSetting } from '#core/settings'
import type { FormField } from '#core/forms'
import type { Need } from '#plugins/helpdesk/domain/intake'
import { LONGEST_WORDS } from '#plugins/helpdesk/domain/words'
import { entryFiles } from '#plugins/helpdesk/files'
import { Entry } from '#plugins/helpdesk/models/entry'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { mostFiles } from '#plugins/helpdesk/settings'
import { aHelpdesk, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { aForm, EMAIL, heldIn, mailsTo, MINE, pdf } from '#plugins/helpdesk/tests/portal'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const QUESTIONS: FormField[] = [
  { key: 'device', kind: 'text', label: { en: 'Which device?' }, required: true },
  { key: 'plan', kind: 'file', label: { en: 'Plan' }, required: false },
]
const WORDS = { urgency: 'high', description: 'It prints nothing.\nSince this morning.' }

test.group('Opening a ticket', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function atForm(need: Partial<Need> = {}) {
    const desk = await aHelpdesk(need)
    const user = await someCustomer({ email: EMAIL, firstName: 'Bea', lastName: 'Nowhere' })
    const client = await signedIn(user)
    const page = await client.get(`${MINE}/new/form?need=${desk.key}`)
    const fields = page.forms().find(({ action }) => action === MINE)!.fields
    const own = fields as Record<string, string>
    const send = (given: Record<string, string | File>) => client.upload(MINE, { ...own, ...given })
    return { desk, user, client, page, send, own }
  }

  test('H3 shows what it is about and when, asks urgency and description, takes one file', async ({
    assert,
  }) => {
    const { page, send, client } = await atForm()
    for (const told of ['Printer › It does not print', 'Tuesday, 12 January 2027, 09:00']) {
      assert.include(page.text, told)
    }
    assert.notMatch(page.text, /name="files"[^>]*multiple/)
    const sent = await send({ ...WORDS, files: pdf() })
    const ticket = await Ticket.firstOrFail()
    assert.equal(sent.location, `${MINE}/${ticket.publicId}`)
    assert.deepInclude(ticket.$attributes, {
      ...{ state: 'new', urgency: 'high', subject: 'It prints nothing.', kind: 'incident' },
      ...{ number: 'T-2027-00001', answers: null, formVersionId: null, followUpOfId: null },
    })
    const [entry] = await Entry.query()
    assert.equal(entry.text, WORDS.description)
    assert.lengthOf(await filesOf(entryFiles, entry.id), 1)
    const summary = await client.follow(sent)
    for (const told of ['T-2027-00001', 'Nothing works', 'Since this morning.', 'Photo of Bea']) {
      assert.include(summary.text, told)
    }
    const [mail] = await mailsTo()
    assert.equal(mail.subject, 'Your ticket T-2027-00001')
    assert.include(mail.html, 'Since this morning.')
  })

  test('H3 what is missing is told at its field, and everything typed stays', async ({
    assert,
  }) => {
    const { send } = await atForm({ formId: await aForm(QUESTIONS) })
    const empty = await send({ files: pdf() })
    assert.equal(empty.status, 422)
    for (const id of ['urgency', 'description', 'answer-device']) {
      assert.include(empty.text, `href="#${id}"`)
    }
    const held = heldIn(empty)
    assert.deepEqual(Object.keys(held), ['files_held[]'])
    const words = { ...WORDS, urgency: 'nonsense', 'answers[plan]': pdf('plan.pdf') }
    const wrong = await send({ ...words, ...held, 'answers[device]': 'The blue one' })
    assert.equal(wrong.status, 422)
    for (const kept of ['Since this morning.', 'The blue one', 'Photo of Bea.pdf', 'plan.pdf']) {
      assert.include(wrong.text, kept)
    }
    assert.lengthOf(await Ticket.query(), 0)
    const given = { ...WORDS, ...heldIn(wrong), 'answers[device]': 'The blue one' }
    assert.equal((await send(given)).status, 303)
    assert.lengthOf(await StoredFile.query().whereNotNull('recordId'), 2)
  })

  test('H4 answers stand in the summary; those that the form does not ask are dropped', async ({
    assert,
  }) => {
    const { send, client } = await atForm({ formId: await aForm(QUESTIONS) })
    const sent = await send({
      ...WORDS,
      ...{ 'answers[device]': 'The blue one', 'answers[plan]': pdf('plan.pdf') },
      'answers[hidden]': 'Zyxfern',
    })
    const ticket = await Ticket.firstOrFail()
    assert.sameMembers(Object.keys(ticket.answers!), ['device', 'plan'])
    const summary = await client.follow(sent)
    for (const told of ['Which device?', 'The blue one']) assert.include(summary.text, told)
    assert.lengthOf([...summary.text.matchAll(/>plan\.pdf</g)], 1, 'once, as the answer')
    assert.notInclude(summary.text, 'Zyxfern')
  })

  test('H3 a description that is too long, or a file of another kind, is refused', async ({
    assert,
  }) => {
    const { send } = await atForm()
    const long = 'x'.repeat(LONGEST_WORDS + 1)
    const tooLong = await send({ ...WORDS, description: long })
    assert.equal(tooLong.status, 422)
    assert.include(tooLong.text, 'at most 5,000 characters')
    assert.include(tooLong.text, long)
    const program = await send({ ...WORDS, files: pdf('a.exe') })
    assert.equal(program.status, 422)
    assert.include(program.text, 'Files of this kind are not taken here.')
    assert.lengthOf(await Ticket.query(), 0)
  })

  test('H3 how many files may come says the setting', async ({ assert }) => {
    await transaction((trx) => saveSetting(trx, mostFiles, 0, SYSTEM))
    const { page, send } = await atForm()
    assert.notInclude(page.text, 'type="file"')
    assert.equal((await send({ ...WORDS, files: pdf() })).status, 303)
    assert.lengthOf(await StoredFile.query(), 0)
  })

  test('what a need decides comes from the menu, never from the form', async ({ assert }) => {
    const { send, desk } = await atForm()
    const forged = { kind: 'request', impact: 'everybody', team_id: '9', priority: '1' }
    await send({ ...WORDS, ...forged, customer_id: '1', user_id: '1', state: 'closed' })
    const { kind, impact, teamId, priority, state } = await Ticket.firstOrFail()
    assert.deepEqual([kind, impact, teamId], ['incident', 'one', desk.team.id])
    assert.deepEqual([priority, state], [3, 'new'])
    assert.equal((await send({ ...WORDS, need: 'gone' })).status, 404)
    assert.equal((await send({ ...WORDS, version: '99' })).status, 404)
  })

  test('a second click opens nothing, and one account opens so many in an hour', async ({
    assert,
  }) => {
    const { send, client, own } = await atForm()
    const [first, second] = [await send(WORDS), await send(WORDS)]
    assert.equal(second.location, first.location)
    assert.lengthOf(await Ticket.query(), 1)
    const statuses: number[] = []
    for (let n = 0; n < 29; n++) {
      statuses.push((await client.post(MINE, { ...own, ...WORDS, form_key: `key${n}` })).status)
    }
    assert.deepEqual([statuses.at(-2), statuses.at(-1)], [303, 429])
  })
})
