import { test } from '@japa/runner'
import { filesOf } from '#core/files'
import type { FormField } from '#core/forms'
import { entryFiles } from '#plugins/helpdesk/files'
import { LONGEST_WORDS } from '#plugins/helpdesk/domain/words'
import { Entry } from '#plugins/helpdesk/models/entry'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { anAgent, formOf, pathOf } from '#plugins/helpdesk/tests/desk'
import { aCustomer, aHelpdesk, NOW } from '#plugins/helpdesk/tests/helpdesk'
import { aForm, heldIn, pdf } from '#plugins/helpdesk/tests/portal'
import { statements } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'

const OPEN = '/admin/helpdesk/open'
const QUESTIONS: FormField[] = [
  { key: 'device', kind: 'text', label: { en: 'Which device?' }, required: true },
  { key: 'plan', kind: 'file', label: { en: 'Plan' }, required: false },
]
const WORDS = { urgency: 'high', description: 'It smells of smoke.', locale: 'en' }

test.group('What a need asks, on the telephone', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function atForm(withForm = true) {
    const desk = await aHelpdesk({ formId: withForm ? await aForm(QUESTIONS) : null })
    const { client } = await anAgent(desk)
    const { id } = await aCustomer()
    const empty = `${OPEN}?customer=${id}`
    /** Sends what a page holds with what is filled in besides. */
    const send = (page: Answer, given: Record<string, string | File>) => {
      const fields = formOf(page, OPEN).fields as Record<string, string>
      const { _csrf, customer, form_key, shown } = fields
      return client.upload(OPEN, { _csrf, customer, form_key, shown, ...heldIn(page), ...given })
    }
    return { desk, client, empty, send, whole: `${empty}&need=${desk.key}` }
  }

  test('stands on the page once the need is chosen, by eight statements', async ({ assert }) => {
    const { client, empty, whole } = await atForm()
    const before = await client.get(empty)
    assert.notInclude(before.text, 'Which device?')
    assert.include(before.text, 'name="files"')
    const { text } = await client.get(whole)
    for (const part of ['Which device?', 'name="answers[plan]"']) assert.include(text, part)
    assert.isAtMost(await statements(() => client.get(whole)), 8)
  })

  test('H2 without scripts the need is chosen first; what is typed and attached stays', async ({
    assert,
  }) => {
    const { desk, client, empty, send } = await atForm()
    const typed = { need: desk.key, description: 'It smells of smoke.', files: pdf('photo.pdf') }
    const chosen = await send(await client.get(empty), { ...typed, choose: 'need' })
    assert.equal(chosen.status, 200)
    const unseen = await send(await client.get(empty), typed)
    for (const page of [chosen, unseen]) {
      for (const part of ['Which device?', 'It smells of smoke.', 'photo.pdf']) {
        assert.include(page.text, part)
      }
      assert.notInclude(page.text, 'data-error="yes"')
    }
    assert.lengthOf(await Ticket.all(), 0)
  })

  test('H3 is checked as the customer’s form is, and nothing is lost on the way', async ({
    assert,
  }) => {
    const { desk, client, whole, send } = await atForm()
    const attached = { files: pdf('photo.pdf'), 'answers[plan]': pdf('plan.pdf') }
    const wrong = await send(await client.get(whole), { need: desk.key, ...WORDS, ...attached })
    assert.equal(wrong.status, 422)
    assert.include(wrong.text, 'href="#answer-device"')
    for (const kept of ['It smells of smoke.', 'photo.pdf', 'plan.pdf']) {
      assert.include(wrong.text, kept)
    }
    const answers = { 'answers[device]': 'The blue one', 'answers[hidden]': 'Zyxfern' }
    const sent = await send(wrong, { need: desk.key, ...WORDS, ...answers })
    const ticket = await Ticket.firstOrFail()
    assert.equal(sent.location, pathOf(ticket))
    assert.sameMembers(Object.keys(ticket.answers!), ['device', 'plan'])
    const { id } = await Entry.firstOrFail()
    const names = (await filesOf(entryFiles, id)).map(({ name }) => name)
    assert.sameMembers(names, ['photo.pdf', 'plan.pdf'])
    const { text } = await client.follow(sent)
    for (const told of ['Which device?', 'The blue one', 'photo.pdf']) assert.include(text, told)
  })

  test('H3 files and words have the customer’s limits', async ({ assert }) => {
    const { desk, client, whole, send } = await atForm(false)
    const page = await client.get(whole)
    const own = { need: desk.key, ...WORDS }
    const program = await send(page, { ...own, files: pdf('a.exe') })
    assert.equal(program.status, 422)
    assert.include(program.text, 'Files of this kind are not taken here.')
    const long = 'x'.repeat(LONGEST_WORDS + 1)
    const tooLong = await send(page, { ...own, description: long })
    assert.equal(tooLong.status, 422)
    assert.include(tooLong.text, long)
    assert.lengthOf(await Ticket.all(), 0)
  })
})
