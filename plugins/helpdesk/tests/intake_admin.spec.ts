import { test } from '@japa/runner'
import { saveFormVersion, type FormField } from '#core/forms'
import { SYSTEM, transaction } from '#core/platform'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'
import { aDraft, agree, aTeam } from '#plugins/helpdesk/tests/set_up'
import { atDesk, HOSTILE, isClean, save, statements } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'

const NODES = '/admin/helpdesk/intake-nodes'
const CREATE = `${NODES}/create`
const INTAKE = '/admin/helpdesk/intake'
const PREVIEW = `${INTAKE}/preview`

test.group('H2 The guided menu being edited', (group) => {
  group.each.setup(() => freshDatabase())

  const labels = async () =>
    (await IntakeNode.query().orderBy('position')).map(({ label }) => label.en)

  test('a place asks a question, an end decides; both stand in the order of the menu', async ({
    assert,
  }) => {
    const team = await aTeam({ name: 'First line' })
    const desk = await atDesk('manager')
    const top = { 'label[en]': 'Printer', 'label[it]': 'Stampante', 'question[en]': 'What?' }
    assert.equal((await save(desk, CREATE, top)).status, 303)
    const printer = await IntakeNode.firstOrFail()
    const end = { isNeed: 'on', kind: 'incident', impact: 'one', teamId: String(team.id) }
    const below = { parentId: String(printer.id), 'label[en]': HOSTILE, ...end }
    assert.equal((await save(desk, CREATE, below)).status, 303)
    assert.equal((await save(desk, CREATE, { 'label[en]': 'Access' })).status, 303)
    await save(desk, CREATE, { 'label[en]': 'Telephone', position: '1' })
    assert.deepEqual(await labels(), ['Telephone', 'Printer', HOSTILE, 'Access'])
    const leaf = await IntakeNode.findByOrFail('isNeed', true)
    assert.containsSubset(leaf.$attributes, { teamId: team.id, kind: 'incident', impact: 'one' })
    assert.isNull(leaf.question)
    for (const page of [INTAKE, NODES, `${NODES}/${leaf.id}`, `${NODES}/${printer.id}/edit`]) {
      assert.isTrue(isClean(await desk.get(page)), page)
    }
    assert.include((await desk.get(INTAKE)).text, 'Incident · One person · First line')
    assert.include((await desk.get(INTAKE)).text, 'Access: it leads nowhere.')
  })

  test('an end needs a team, and no longer has one when it goes on', async ({ assert }) => {
    const { leaf } = await aDraft()
    const desk = await atDesk('manager')
    const path = `${NODES}/${leaf.id}/edit`
    const refused = await save(desk, path, { teamId: '' })
    assert.equal(refused.status, 422)
    assert.equal((await save(desk, path, { isNeed: undefined })).status, 303)
    await leaf.refresh()
    const { isNeed, kind, impact, teamId, serviceLevelId } = leaf
    assert.deepEqual(
      [isNeed, kind, impact, teamId, serviceLevelId],
      [false, null, null, null, null]
    )
  })

  test('no place lies below itself or an end, and no end has places below it', async ({
    assert,
  }) => {
    const { top, leaf } = await aDraft()
    const middle = await IntakeNode.create({
      ...{ label: { en: 'Middle' }, parentId: top.id, hint: null, question: null, position: 30 },
    })
    const desk = await atDesk('manager')
    const parents: [number, number, string][] = [
      [top.id, middle.id, 'An entry cannot lie below itself.'],
      [top.id, top.id, 'An entry cannot lie below itself.'],
      [middle.id, leaf.id, 'The menu ends there.'],
      [middle.id, 99_999, 'This entry is no longer there.'],
    ]
    for (const [id, parentId, said] of parents) {
      const refused = await save(desk, `${NODES}/${id}/edit`, { parentId: String(parentId) })
      assert.equal(refused.status, 422)
      assert.include(refused.text, said)
    }
    const end = { isNeed: 'on', kind: 'request', impact: 'one', teamId: String(leaf.teamId) }
    const refused = await save(desk, `${NODES}/${top.id}/edit`, end)
    assert.include(refused.text, 'There are entries below it')
    // The choice itself offers none of them.
    const { text } = await desk.get(`${NODES}/${top.id}/edit`)
    const [, choice] = text.split('name="parentId"')
    const [offered] = choice.split('</select>')
    for (const { id } of [top, middle, leaf]) assert.notInclude(offered, `value="${id}"`)
  })

  test('a menu has six questions in a row at most', async ({ assert }) => {
    let parentId: number | null = null
    for (let depth = 1; depth <= 6; depth++) {
      const texts = { label: { en: `Level ${depth}` }, hint: null, question: null }
      parentId = (await IntakeNode.create({ ...texts, parentId, position: depth })).id
    }
    const desk = await atDesk('manager')
    const seventh = { parentId: String(parentId), 'label[en]': 'Level 7' }
    const refused = await save(desk, CREATE, seventh)
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'more than six questions in a row')
  })

  test('a place is removed with everything below it', async ({ assert }) => {
    const { top } = await aDraft()
    const other = await IntakeNode.create({ label: { en: 'Other' }, parentId: null })
    await agree(await atDesk('manager'), `${NODES}/${top.id}/remove`)
    assert.deepEqual(await labels(), ['Other'])
    assert.isNotNull(await IntakeNode.find(other.id))
  })

  test('staff walk the menu as a customer does, in any language; nothing is kept', async ({
    assert,
  }) => {
    const { top, leaf } = await aDraft()
    const fields = [{ key: 'model', kind: 'text', label: { en: 'Which model?' }, required: true }]
    const form = await transaction((trx) =>
      saveFormVersion(trx, {
        ...{ definitionId: null, name: 'Device', fields: fields as FormField[], actor: SYSTEM },
      })
    )
    if (!form.ok) throw new Error(form.reason)
    await leaf.merge({ formId: form.definition.id, label: { en: 'Paper', de: 'Papier' } }).save()
    const desk = await atDesk('manager')
    const start = await desk.get(PREVIEW)
    assert.include(start.text, 'Printer')
    const question = await desk.get(`${PREVIEW}?at=${top.key}&language=de`)
    assert.include(question.text, 'What does it do?')
    assert.include(question.text, 'Papier')
    const end = await desk.get(`${PREVIEW}?at=${leaf.key}`)
    assert.include(end.text, 'Which model?')
    for (const odd of ['?at=none', '?at[]=x', '?language=xx']) {
      assert.equal((await desk.get(PREVIEW + odd)).status, 200, odd)
    }
    // H1: what an end decides is no customer's word.
    for (const word of ['Incident', 'incident', 'First line']) assert.notInclude(end.text, word)
  })

  test('the page of a large menu asks no more of the database', async ({ assert }) => {
    const desk = await atDesk('manager')
    await aDraft()
    await desk.get(INTAKE)
    const few = await statements(() => desk.get(INTAKE))
    const team = await aTeam()
    for (let nth = 0; nth < 20; nth++) {
      const texts = { label: { en: `End ${nth}` }, hint: null, question: null }
      const decided = { isNeed: true, kind: 'request', impact: 'one', teamId: team.id } as const
      await IntakeNode.create({ ...texts, ...decided, parentId: null, position: nth })
    }
    assert.equal(await statements(() => desk.get(INTAKE)), few)
    assert.isAtMost(few, 8)
  })
})
