import { test } from '@japa/runner'
import { auditTrailOf } from '#core/audit'
import {
  formFor,
  formVersion,
  presentAnswers,
  presentFields,
  saveFormVersion,
  validateAnswers,
  type FormField,
} from '#core/forms'
import { transaction, type Actor } from '#core/platform'
import { freshDatabase } from '#tests/kit/database'

const STAFF: Actor = { kind: 'staff', id: 3 }
const fields: FormField[] = [
  { key: 'reason', kind: 'long_text', label: { it: 'Motivo', de: 'Grund' }, required: true },
  {
    key: 'lenses',
    kind: 'choice',
    label: { it: 'Lenti', de: 'Linsen' },
    required: false,
    options: [
      { key: 'hard', label: { it: 'Rigide', de: 'Hart' } },
      { key: 'soft', label: { it: 'Morbide', de: 'Weich' } },
    ],
  },
  { key: 'born', kind: 'date', label: { it: 'Nascita', de: 'Geburtstag' }, required: false },
  { key: 'height', kind: 'number', label: { it: 'Altezza', de: 'Größe' }, required: false },
  {
    key: 'first',
    kind: 'checkbox',
    label: { it: 'Prima visita', de: 'Erster Besuch' },
    required: false,
  },
]

const save = (definitionId: number | null, asked = fields, seenVersion?: number) =>
  transaction((trx) =>
    saveFormVersion(trx, {
      definitionId,
      name: 'Fitting',
      fields: asked,
      actor: STAFF,
      seenVersion,
    })
  )

async function aForm() {
  const saved = await save(null)
  if (!saved.ok) throw new Error(saved.reason)
  return saved
}

test.group('Forms', (group) => {
  group.each.setup(() => freshDatabase())

  test('B8 a form is read back in its current version', async ({ assert }) => {
    const { definition } = await aForm()
    const current = await formFor(definition.id)
    assert.deepEqual(current?.fields, fields)
    assert.equal(current?.number, 1)
    assert.isNull(await formFor(definition.id + 1))
  })

  test('B8 an edit makes a new version, earlier answers keep theirs', async ({ assert }) => {
    const first = await aForm()
    const second = await save(first.definition.id, fields.slice(1))
    assert.isTrue(second.ok)
    assert.equal((await formFor(first.definition.id))?.number, 2)
    assert.deepEqual((await formVersion(first.version.id)).fields, fields)
  })

  test('saving without a change of the fields makes no version', async ({ assert }) => {
    const { definition, version } = await aForm()
    await save(definition.id)
    assert.equal((await formFor(definition.id))?.id, version.id)
  })

  test('an unsound definition is refused and nothing is stored', async ({ assert }) => {
    const { definition } = await aForm()
    const refusal = await save(definition.id, [{ ...fields[0], label: {} }])
    assert.deepEqual(refusal, {
      ok: false,
      reason: 'invalid_fields',
      problems: [{ field: 0, reason: 'no_label' }],
    })
    assert.equal((await formFor(definition.id))?.number, 1)
  })

  test('an edit of what somebody else has changed is refused', async ({ assert }) => {
    const { definition } = await aForm()
    const seen = definition.version
    await save(definition.id, fields.slice(1), seen)
    const refusal = await save(definition.id, fields.slice(2), seen)
    assert.deepEqual(refusal, { ok: false, reason: 'changed_meanwhile' })
  })

  test('each save is in the trail', async ({ assert }) => {
    const { definition } = await aForm()
    await save(definition.id, fields.slice(1))
    const trail = await auditTrailOf('forms.definition', definition.id)
    assert.deepEqual(
      trail.map(({ action, changes }) => [action, changes]),
      [
        ['forms.saved', { current_number: [1, 2] }],
        ['forms.created', { current_number: [0, 1] }],
      ]
    )
  })
})

test.group('Presenting a form', () => {
  test('B8 fields keep what was typed and show what is wrong', ({ assert }) => {
    const typed = { reason: '', lenses: 'soft', born: 'soon', first: 'on', stray: '<b>' }
    const checked = validateAnswers(fields, typed, 'de')
    const presented = presentFields(fields, typed, checked.ok ? {} : checked.errors, 'de')
    const [reason, lenses, born, , first] = presented
    assert.equal(reason.name, 'answers[reason]')
    assert.equal(reason.label, 'Grund')
    assert.equal(reason.error?.key, 'forms.errors.required')
    assert.equal(reason.maxLength, 2000)
    assert.deepEqual(
      lenses.options.map(({ label, selected }) => [label, selected]),
      [
        ['Hart', false],
        ['Weich', true],
      ]
    )
    assert.equal(born.value, 'soon')
    assert.isTrue(first.checked)
  })

  test('B10 answers read in the language of the customer, open ones left out', ({ assert }) => {
    const answers = { reason: 'a\nb', lenses: 'soft', born: '1950-02-01', height: 1.7, first: true }
    assert.deepEqual(presentAnswers(fields, answers, 'de'), [
      { key: 'reason', label: 'Grund', value: 'a\nb' },
      { key: 'lenses', label: 'Linsen', value: 'Weich' },
      { key: 'born', label: 'Geburtstag', value: 'Mittwoch, 1. Februar 1950' },
      { key: 'height', label: 'Größe', value: '1,7' },
      { key: 'first', label: 'Erster Besuch', value: 'Ja' },
    ])
    assert.deepEqual(presentAnswers(fields.slice(0, 2), { reason: 'x', lenses: null }, 'it'), [
      { key: 'reason', label: 'Motivo', value: 'x' },
    ])
  })
})
