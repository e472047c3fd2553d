import { test } from '@japa/runner'
import { fieldProblems } from '#app/forms/domain/check_fields'
import type { FormField } from '#app/forms/domain/fields'

const sound: FormField = { key: 'name', kind: 'text', label: { it: 'Nome' }, required: true }
const problems = (...fields: Partial<FormField>[]) =>
  fieldProblems(fields.map((field) => ({ ...sound, ...field })))

test.group('Checking a definition', () => {
  test('a sound definition has no problem', ({ assert }) => {
    const options = [{ key: 'red', label: { en: 'Red' } }]
    assert.deepEqual(problems({}, { key: 'colour', kind: 'choice', options }), [])
    assert.deepEqual(fieldProblems([]), [])
  })

  test('keys are simple and single', ({ assert }) => {
    for (const key of ['', 'Name', '1a', 'a-b', '__proto__', 'x'.repeat(41)]) {
      assert.deepEqual(problems({ key }), [{ field: 0, reason: 'bad_key' }])
    }
    assert.deepEqual(problems({}, {}), [{ field: 1, reason: 'same_key' }])
  })

  test('a question has words in at least one language', ({ assert }) => {
    assert.deepEqual(problems({ label: {} }), [{ field: 0, reason: 'no_label' }])
    assert.deepEqual(problems({ label: { it: ' ' } }), [{ field: 0, reason: 'no_label' }])
    const hint = { en: 'x'.repeat(2001) }
    assert.deepEqual(problems({ hint }), [{ field: 0, reason: 'text_too_long' }])
  })

  test('a choice needs options with names of their own', ({ assert }) => {
    assert.deepEqual(problems({ kind: 'choice' }), [{ field: 0, reason: 'no_options' }])
    const red = { key: 'red', label: { en: 'Red' } }
    assert.deepEqual(problems({ kind: 'choice', options: [red, red] }), [
      { field: 0, reason: 'bad_option' },
    ])
  })

  test('limits fit the kind', ({ assert }) => {
    const wrong: Partial<FormField>[] = [
      { maxLength: 0 },
      { maxLength: 1001 },
      { kind: 'date', maxLength: 10 },
      { kind: 'number', min: 2, max: 1 },
      { kind: 'number', min: Number.NaN },
    ]
    for (const field of wrong)
      assert.deepEqual(problems(field), [{ field: 0, reason: 'bad_limits' }])
    assert.deepEqual(problems({ kind: 'number', min: 1 }), [])
  })

  test('there are at most forty questions', ({ assert }) => {
    const many = Array.from({ length: 41 }, (_, index) => ({ ...sound, key: `q${index}` }))
    assert.deepEqual(fieldProblems(many), [{ field: null, reason: 'too_many_fields' }])
    assert.deepEqual(fieldProblems(many.slice(1)), [])
  })
})
