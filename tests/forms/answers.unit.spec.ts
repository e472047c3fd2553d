import { test } from '@japa/runner'
import fc from 'fast-check'
import { validateAnswers } from '#app/forms/domain/answers'
import { FIELD_KINDS, type FormField } from '#app/forms/domain/fields'

const label = { en: 'Question' }
const fields: FormField[] = [
  { key: 'glasses', kind: 'choice', label, required: true, options: [{ key: 'yes', label }] },
  { key: 'born', kind: 'date', label, required: false },
  { key: 'constructor', kind: 'text', label, required: false },
  { key: 'terms', kind: 'consent', label, required: true },
]

test.group('Validating a form', () => {
  test('B8 every field has an answer; a consent keeps its language', ({ assert }) => {
    const input = { glasses: 'yes', born: '1.2.1950', terms: 'on' }
    assert.deepEqual(validateAnswers(fields, input, 'it'), {
      ok: true,
      answers: {
        glasses: 'yes',
        born: '1950-02-01',
        constructor: null,
        terms: { accepted: true, locale: 'it' },
      },
    })
  })

  test('B8 every wrong answer is named at once, with its sentence', ({ assert }) => {
    assert.deepEqual(validateAnswers(fields, { born: 'soon' }, 'en'), {
      ok: false,
      reason: 'invalid_answers',
      errors: {
        glasses: { reason: 'required', key: 'forms.errors.required', limits: {} },
        born: { reason: 'not_a_date', key: 'forms.errors.not_a_date', limits: {} },
        terms: { reason: 'consent_required', key: 'forms.errors.consent_required', limits: {} },
      },
    })
  })

  test('H3 a file comes checked and apart; nobody names one by typing', ({ assert }) => {
    const [cv]: FormField[] = [{ key: 'cv', kind: 'file', label, required: true }]
    const answer = { file: 'Zm9vYmFyYmF6cXV4MTIzNA', name: 'cv.pdf' }
    const limits = { megabytes: 10 }
    const refusal = { ok: false, reason: 'too_large', limits } as const
    const read = (input: unknown, files = {}) => validateAnswers([cv], input, 'en', files)
    assert.deepEqual(read({}, { cv: { answer, refusal: null } }), {
      ok: true,
      answers: { cv: answer },
    })
    const missing = { reason: 'missing', key: 'files.errors.missing', limits: {} }
    assert.containsSubset(read({ cv: answer }), { errors: { cv: missing } })
    assert.containsSubset(read({ cv: answer.file }), { errors: { cv: missing } })
    const tooLarge = { reason: 'too_large', key: 'files.errors.too_large', limits }
    assert.containsSubset(read({}, { cv: { answer, refusal } }), { errors: { cv: tooLarge } })
    const open = validateAnswers([{ ...cv, required: false }], { cv: 'x' }, 'en')
    assert.deepEqual(open, { ok: true, answers: { cv: null } })
  })

  test('unknown keys and inherited ones are dropped', ({ assert }) => {
    const input = Object.create({ born: '1950-02-01' }) as Record<string, unknown>
    Object.assign(input, { glasses: 'yes', terms: 'on', price: 1, isAdmin: true })
    const result = validateAnswers(fields, input, 'en')
    assert.isTrue(result.ok)
    if (!result.ok) return
    assert.sameMembers(Object.keys(result.answers), ['glasses', 'born', 'constructor', 'terms'])
    assert.isNull(result.answers.born)
    assert.isNull(result.answers.constructor)
  })

  test('no input is an empty form', ({ assert }) => {
    for (const input of [undefined, null, 'x', 7, []]) {
      assert.isFalse(validateAnswers(fields, input, 'en').ok)
    }
  })

  test('nothing that a browser can send throws, and answers keep their type', ({ assert }) => {
    const anyFields = fc.array(
      fc.record({
        key: fc.constantFrom('a', 'b', 'constructor', 'valueof'),
        kind: fc.constantFrom(...FIELD_KINDS),
        required: fc.boolean(),
      })
    )
    const types = ['string', 'number', 'boolean', 'object']
    fc.assert(
      fc.property(
        anyFields,
        fc.object({ key: fc.constantFrom('a', 'b', 'constructor') }),
        (bare, input) => {
          const asked = bare.map((one) => ({ ...one, label, options: [{ key: 'x', label }] }))
          const result = validateAnswers(asked, input, 'en')
          if (!result.ok) return
          for (const answer of Object.values(result.answers)) assert.include(types, typeof answer)
        }
      ),
      { numRuns: 500 }
    )
  })
})
