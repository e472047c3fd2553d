import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { draftTree } from '#plugins/helpdesk/domain/intake_tree'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'
import { aDraft } from '#plugins/helpdesk/tests/set_up'
import { atDesk, HOSTILE, isClean } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'

const FILE = '/admin/helpdesk/intake/file'
const IMPORT = '/admin/helpdesk/intake/import'

const draft = async () => draftTree(await IntakeNode.query().orderBy('id'))

async function sent(desk: HttpClient, text: string) {
  return desk.submit((await desk.get(IMPORT)).form(IMPORT), { text })
}

const placesOf = (...places: object[]) =>
  JSON.stringify({ format: 'sportello.helpdesk.intake', places })

test.group('H2 The guided menu as a file', (group) => {
  group.each.setup(() => freshDatabase())

  test('a menu that was taken away comes back the same', async ({ assert }) => {
    await aDraft()
    const before = await draft()
    const desk = await atDesk('manager')
    const { text, headers } = await desk.get(FILE)
    assert.include(headers.get('content-disposition')!, 'attachment')
    await IntakeNode.create({ label: { en: 'Meanwhile' }, parentId: null, hint: null })
    const asked = await sent(desk, text)
    assert.include(asked.text, 'The file has 2 entries; 1 is an end.')
    assert.lengthOf(await IntakeNode.all(), 3)
    const form = asked.form(IMPORT)
    const done = await desk.submit(form)
    assert.equal(done.status, 303)
    assert.deepEqual(await draft(), before)
    assert.lengthOf(await AuditEntry.query().where('action', 'helpdesk.intake_imported'), 1)
    // Sent twice it is done once.
    await IntakeNode.create({ label: { en: 'Later' }, parentId: null, hint: null })
    assert.equal((await desk.submit(form)).status, 303)
    assert.lengthOf(await IntakeNode.all(), 3)
  })

  test('a file is uploaded as well', async ({ assert }) => {
    await aDraft()
    const desk = await atDesk('manager')
    const { text } = await desk.get(FILE)
    const { fields } = (await desk.get(IMPORT)).form(IMPORT)
    const file = new File([text], 'menu.json', { type: 'application/json' })
    const own = { _csrf: String(fields._csrf), form_key: String(fields.form_key), text: '' }
    const asked = await desk.upload(IMPORT, { ...own, file })
    assert.include(asked.text, 'The file has 2 entries; 1 is an end.')
  })

  test('unknown names and missing words are listed, and nothing is imported', async ({
    assert,
  }) => {
    await aDraft()
    const before = await draft()
    const desk = await atDesk('manager')
    const need = { kind: 'request', impact: 'one', team: HOSTILE, serviceLevel: 'None', form: 'No' }
    const end = { label: { en: 'An end' }, need }
    const text = placesOf({ label: { de: 'Nur deutsch' }, children: [end] })
    const refused = await sent(desk, text)
    assert.equal(refused.status, 422)
    assert.isTrue(isClean(refused))
    assert.include(refused.text, 'Nur deutsch: it has no words')
    assert.include(refused.text, 'Nur deutsch › An end: there is no service level “None”.')
    assert.include(refused.text, 'Nur deutsch › An end: there is no form “No”.')
    // Agreeing to it all the same changes nothing either.
    const agreed = { ...refused.form(IMPORT).fields, text, agreed: 'yes' }
    assert.equal((await desk.post(IMPORT, agreed)).status, 422)
    assert.deepEqual(await draft(), before)
  })

  test('what is no menu is refused', async ({ assert }) => {
    const desk = await atDesk('manager')
    for (const text of ['', 'hello', '{}', '[1]', placesOf({ label: 'x' })]) {
      const refused = await sent(desk, text)
      assert.equal(refused.status, 422, text)
      assert.include(refused.text, 'It is not the file of a guided menu.')
    }
  })

  test('a key that stands twice, which would make one place of two, is refused', async ({
    assert,
  }) => {
    const place = { key: 'same', label: { en: 'Twice' } }
    const refused = await sent(await atDesk('manager'), placesOf(place, place))
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'Twice: its key stands in the file twice.')
    assert.lengthOf(await IntakeNode.all(), 0)
  })
})
