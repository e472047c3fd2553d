import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { SYSTEM } from '#core/platform'
import { PublishIntake } from '#plugins/helpdesk/actions/publish_intake'
import { draftTree } from '#plugins/helpdesk/domain/intake_tree'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'
import { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import { aDraft, agree, inWords } from '#plugins/helpdesk/tests/set_up'
import { atDesk, isClean } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'

const INTAKE = '/admin/helpdesk/intake'
const PUBLISH = `${INTAKE}/publish`
const VERSIONS = '/admin/helpdesk/intake-versions'

const numbers = async () =>
  (await IntakeVersion.query().orderBy('number')).map(({ number }) => number)

test.group('H2 Publishing the guided menu', (group) => {
  group.each.setup(() => freshDatabase())

  test('customers get what was edited, as a version with who and when', async ({ assert }) => {
    await aDraft()
    const desk = await atDesk('manager')
    assert.include((await desk.get(INTAKE)).text, 'Customers see no menu yet')
    const done = await agree(desk, PUBLISH)
    assert.include(done.text, 'Version 1 is published.')
    const version = await IntakeVersion.firstOrFail()
    assert.deepEqual(version.tree, draftTree(await IntakeNode.all()))
    assert.isNotNull(version.publishedById)
    assert.isNotNull(await AuditEntry.findBy('action', 'helpdesk.intake_published'))
    const list = await desk.get(VERSIONS)
    assert.include(list.text, 'Ada Brandt')
    const shown = await desk.get(`${VERSIONS}/${version.id}`)
    assert.include(shown.text, 'It does not print')
    assert.isTrue(isClean(shown))
  })

  test('when nothing has changed it says so, and there is no version', async ({ assert }) => {
    await aDraft()
    const desk = await atDesk('manager')
    await agree(desk, PUBLISH)
    const again = await agree(desk, PUBLISH)
    assert.include(again.text, 'Nothing has changed since the last version.')
    assert.deepEqual(await numbers(), [1])
  })

  test('a change is told on the page, and is the next version', async ({ assert }) => {
    const { top } = await aDraft()
    const desk = await atDesk('manager')
    await agree(desk, PUBLISH)
    assert.notInclude((await desk.get(INTAKE)).text, 'There are changes')
    await top.merge({ label: inWords('Printers') }).save()
    assert.include(
      (await desk.get(INTAKE)).text,
      'There are changes that customers do not see yet.'
    )
    await agree(desk, PUBLISH)
    assert.deepEqual(await numbers(), [1, 2])
    const [first] = await IntakeVersion.query().orderBy('number')
    assert.deepEqual(first.tree.children[0].label, inWords('Printer'))
  })

  test('a menu in which something is missing is not published; the reasons name the places', async ({
    assert,
  }) => {
    await aDraft()
    await IntakeNode.create({ label: { en: 'Access' }, parentId: null, hint: null, question: null })
    await IntakeNode.create({ label: { de: 'Nur deutsch' }, parentId: null, position: 99 })
    const desk = await atDesk('manager')
    const refused = await agree(desk, PUBLISH)
    assert.include(refused.text, 'The menu was not published.')
    assert.include(refused.text, 'Access: it leads nowhere.')
    assert.include(refused.text, 'Nur deutsch: it has no words')
    assert.deepEqual(await numbers(), [])
  })

  test('an empty menu is not published', async ({ assert }) => {
    const done = await new PublishIntake().handle({ by: SYSTEM })
    assert.containsSubset(done, { ok: false, reason: 'not_whole' })
  })

  test('a GET publishes nothing', async ({ assert }) => {
    await aDraft()
    await (await atDesk('manager')).get(PUBLISH)
    assert.deepEqual(await numbers(), [])
  })
})
