import { test } from '@japa/runner'
import { formFor, saveFormVersion, type FormField } from '#core/forms'
import { transaction } from '#core/platform'
import { FormDefinition } from '#app/forms/models/form_definition'
import { FormVersion } from '#app/forms/models/form_version'
import { atDesk, HOSTILE, isClean, save } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import type { Answer, HttpClient } from '#tests/kit/http'

const FORMS = '/admin/forms/definitions'

const fields: FormField[] = [
  {
    required: true,
    key: 'reason',
    kind: 'text',
    label: { de: 'Grund', it: 'Motivo' },
    maxLength: 80,
  },
  {
    key: 'lenses',
    kind: 'choice',
    label: { it: 'Lenti' },
    required: false,
    options: [
      { key: 'hard', label: { it: 'Rigide' } },
      { key: 'soft', label: { it: 'Morbide' } },
    ],
  },
]

async function aForm() {
  const actor = { kind: 'staff', id: 3 } as const
  const saved = await transaction((trx) =>
    saveFormVersion(trx, { definitionId: null, name: 'Fitting', fields, actor })
  )
  if (!saved.ok) throw new Error(saved.reason)
  return { id: saved.definition.id, edit: `${FORMS}/${saved.definition.id}/edit` }
}

type Step = [step: string, typed: Record<string, string>]

async function walk(desk: HttpClient, page: string, steps: Step[]): Promise<Answer> {
  let answer = await desk.get(page)
  for (const [step, typed] of steps) {
    answer = await desk.submit(answer.form('/definitions'), { ...typed, _step: step })
  }
  return answer
}

test.group('Editing a form', (group) => {
  group.each.setup(() => freshDatabase())

  test('B8 staff write the questions of a new form, in their languages', async ({ assert }) => {
    const desk = await atDesk('manager')
    const page = await walk(desk, `${FORMS}/create`, [
      ['questions.add', { name: 'Eye test' }],
      [
        'questions.0.options.add',
        {
          'questions[0][label][it]': 'Porta lenti?',
          'questions[0][label][pl]': 'Nosi Pan soczewki?',
          'questions[0][kind]': 'choice',
          'questions[0][required]': 'on',
        },
      ],
      ['questions.0.options.add', { 'questions[0][options][0][label][it]': 'Sì' }],
      ['questions.add', { 'questions[0][options][1][label][it]': 'No' }],
    ])
    const answer = await desk.submit(page.form('/definitions'), {
      'questions[1][label][it]': 'Età',
      'questions[1][kind]': 'number',
      'questions[1][min]': '0.5',
      'questions[1][max]': '120',
      'questions[1][maxLength]': '7',
    })
    assert.equal(answer.status, 303)
    const { id } = await FormDefinition.findByOrFail('name', 'Eye test')
    assert.deepEqual((await formFor(id))?.fields, [
      {
        key: 'q1_1',
        kind: 'choice',
        label: { it: 'Porta lenti?', pl: 'Nosi Pan soczewki?' },
        required: true,
        options: [
          { key: 'o1_1', label: { it: 'Sì' } },
          { key: 'o1_2', label: { it: 'No' } },
        ],
      },
      { key: 'q1_2', kind: 'number', label: { it: 'Età' }, required: false, min: 0.5, max: 120 },
    ])
    const shown = await desk.get(answer.location!)
    assert.include(shown.text, 'name="answers[q1_1]"')
    assert.include(shown.text, 'Version 1, since')
  })

  test('B8 an edit makes a version in which names of answers stay', async ({ assert }) => {
    const { id, edit } = await aForm()
    const desk = await atDesk('manager')
    assert.equal((await save(desk, edit, {})).status, 303)
    assert.equal((await formFor(id))?.number, 1)

    const page = await walk(desk, edit, [
      ['questions.1.up', {}],
      ['questions.0.options.0.remove', { 'questions[0][label][de]': 'Linsen' }],
    ])
    assert.equal((await desk.submit(page.form('/definitions'))).status, 303)
    const second = await formFor(id)
    assert.equal(second?.number, 2)
    assert.deepEqual(
      second?.fields.map(({ key }) => key),
      ['lenses', 'reason']
    )
    assert.deepEqual(second?.fields[0].label, { it: 'Lenti', de: 'Linsen' })
    assert.deepEqual(second?.fields[0].options, [{ key: 'soft', label: { it: 'Morbide' } }])
    const first = await FormVersion.query().where({ definitionId: id, number: 1 }).firstOrFail()
    assert.deepEqual(first.fields, fields)
  })

  test('what is wrong is said at the question, and nothing is stored', async ({ assert }) => {
    const { id, edit } = await aForm()
    const desk = await atDesk('manager')
    const cases: [Record<string, string>, string][] = [
      [{ 'questions[0][label][de]': '', 'questions[0][label][it]': '' }, 'questions-0-label-es'],
      [{ 'questions[0][maxLength]': '1200' }, 'questions-0-maxLength'],
      [{ 'questions[0][kind]': 'poem' }, 'questions-0-kind'],
      [{ 'questions[0][key]': 'lenses' }, 'questions-1-'],
    ]
    for (const [typed, place] of cases) {
      const answer = await save(desk, edit, typed)
      assert.equal(answer.status, 422, place)
      assert.include(answer.text, `href="#${place}`)
    }
    const empty = await walk(desk, edit, [
      ['questions.1.options.1.remove', {}],
      ['questions.1.options.0.remove', {}],
    ])
    const refused = await desk.submit(empty.form('/definitions'))
    assert.include(refused.text, 'Please add at least one answer to choose from.')
    assert.equal((await formFor(id))?.number, 1)
  })

  test('hostile questions are kept as text or refused', async ({ assert }) => {
    const { edit } = await aForm()
    const desk = await atDesk('manager')
    const stored = await save(desk, edit, { 'questions[0][label][it]': HOSTILE })
    assert.equal(stored.status, 303)
    assert.isTrue(isClean(await desk.get(stored.location!)))
    assert.isTrue(isClean(await desk.get(edit)))
    const hostile: Record<string, string | string[]>[] = [
      { 'questions[0][key]': '__proto__' },
      { 'questions[0][key]': ['a', 'b'] },
      { 'questions[0][label][it][x]': 'a' },
      { 'questions[0][max]': '9'.repeat(5000) },
      { 'questions[0][options][0][options][0][label]': 'x', 'questions[0][kind]': 'choice' },
      {
        'questions[1][options][__proto__][label]': 'x',
        'questions[1][options][0][key]': 'constructor!',
      },
    ]
    for (const typed of hostile) {
      const answer = await save(desk, edit, typed)
      assert.oneOf(answer.status, [303, 422], JSON.stringify(typed))
    }
  })
})
