import { test } from '@japa/runner'
import type { FieldKind, FormField } from '#app/forms/domain/fields'
import { normalisePhone, readAnswer } from '#app/forms/domain/read_answer'
import { readDate } from '#app/forms/domain/read_date'

const field = (kind: FieldKind, more: Partial<FormField> = {}): FormField => ({
  key: 'answer',
  kind,
  label: { en: 'Question' },
  required: false,
  ...more,
})
const refused = (reason: string, limits = {}) => ({ ok: false, reason, limits })
const accepted = (answer: unknown) => ({ ok: true, answer })

test.group('Reading one answer', () => {
  test('B8 an optional question may stay open, a required one may not', ({ assert }) => {
    for (const kind of ['text', 'long_text', 'date', 'number', 'phone'] as const) {
      for (const nothing of [undefined, null, '', '  \t', {}, [], ['x']]) {
        assert.deepEqual(readAnswer(field(kind), nothing), accepted(null))
        assert.deepEqual(readAnswer(field(kind, { required: true }), nothing), refused('required'))
      }
    }
  })

  test('B8 text is trimmed, its length counted in characters', ({ assert }) => {
    const short = field('text', { maxLength: 3 })
    assert.deepEqual(readAnswer(short, '  a \n b  '), accepted('a b'))
    assert.deepEqual(readAnswer(short, '👩👩👩'), accepted('👩👩👩'))
    assert.deepEqual(readAnswer(short, 'abcd'), refused('too_long', { max: 3 }))
    assert.deepEqual(readAnswer(field('text'), 'x'.repeat(201)), refused('too_long', { max: 200 }))
  })

  test('B8 long text keeps its line breaks and loses control characters', ({ assert }) => {
    assert.deepEqual(readAnswer(field('long_text'), 'a\r\nb\u0000\u001b[31m'), accepted('a\nb[31m'))
  })

  test('B8 a choice is one of the options', ({ assert }) => {
    const colour = field('choice', { options: [{ key: 'red', label: { en: 'Red' } }] })
    assert.deepEqual(readAnswer(colour, 'red'), accepted('red'))
    assert.deepEqual(readAnswer(colour, 'Red'), refused('not_a_choice'))
    assert.deepEqual(readAnswer(colour, 'constructor'), refused('not_a_choice'))
  })

  test('B8 a number may have a comma or a point, and has limits', ({ assert }) => {
    const number = field('number', { min: 1, max: 10 })
    assert.deepEqual(readAnswer(number, '1,5'), accepted(1.5))
    assert.deepEqual(readAnswer(number, '10'), accepted(10))
    assert.deepEqual(readAnswer(number, '0'), refused('too_small', { min: 1 }))
    assert.deepEqual(readAnswer(number, '10.01'), refused('too_large', { max: 10 }))
    for (const bad of ['ten', '1e2', '0x1', 'Infinity', '1.000,5', '9'.repeat(30)]) {
      assert.deepEqual(readAnswer(number, bad), refused('not_a_number'))
    }
  })

  test('B8 boxes: open is no, a required one must be ticked', ({ assert }) => {
    assert.deepEqual(readAnswer(field('checkbox'), undefined), accepted(false))
    assert.deepEqual(readAnswer(field('checkbox'), 'on'), accepted(true))
    assert.deepEqual(readAnswer(field('checkbox', { required: true }), ''), refused('required'))
    const consent = field('consent', { required: true })
    assert.deepEqual(readAnswer(consent, 'no'), refused('consent_required'))
    assert.deepEqual(readAnswer(consent, 'on'), accepted(true))
  })
})

test.group('Reading dates and phone numbers', () => {
  test('B8 dates are ISO, or typed day first', ({ assert }) => {
    for (const text of ['2026-11-23', '23/11/2026', '23.11.2026', '23-11-2026', '23. 11. 2026']) {
      assert.equal(readDate(text), '2026-11-23')
    }
    assert.equal(readDate('2028-02-29'), '2028-02-29')
  })

  test('B8 days that do not exist are refused', ({ assert }) => {
    const bad = ['2026-02-30', '2027-02-29', '31/04/2026', '2026-13-01', '11/23/2026', '0000-01-01']
    for (const text of [...bad, '275761-01-01', '23/11/26', 'tomorrow', '2026-11-23T10:00']) {
      assert.isNull(readDate(text))
    }
  })

  test('B8 phone numbers lose what people type between digits', ({ assert }) => {
    assert.equal(normalisePhone('0039 (050) 123-456'), '+39050123456')
    assert.equal(normalisePhone('+34 910.000.000'), '+34910000000')
    assert.equal(normalisePhone('050/123456'), '050123456')
    for (const bad of ['1234', '+', '050 abc 123', '1234567890123456', '12+34567']) {
      assert.isNull(normalisePhone(bad))
    }
  })
})
