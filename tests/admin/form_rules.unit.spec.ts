import { test } from '@japa/runner'
import { readClockTime } from '#app/admin/domain/clock_times'
import { shownFields } from '#app/admin/domain/conditions'
import { rowStep, takeStep } from '#app/admin/domain/form_steps'

test.group('Typed times', () => {
  for (const [text, expected] of [
    ['9', '09:00'],
    ['9.30', '09:30'],
    ['9h30', '09:30'],
    ['18h', '18:00'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['24:00', '24:00'],
    ['24:01', null],
    ['25', null],
    ['9:60', null],
    ['9:3', null],
    ['', null],
  ] as const) {
    test(`"${text}" is ${expected}`, ({ assert }) => assert.equal(readClockTime(text), expected))
  }
})

test.group('Conditions', () => {
  const fields = [
    { name: 'kind' },
    { name: 'most', when: { field: 'kind', is: ['text', 'long'] } },
    { name: 'why', when: { field: 'most', is: 3 } },
  ]
  const shown = (values: Record<string, unknown>) =>
    shownFields(fields, values).map(({ name }) => name)

  test('a field is shown while another says so', ({ assert }) => {
    assert.deepEqual(shown({ kind: 'date' }), ['kind'])
    assert.deepEqual(shown({ kind: 'text' }), ['kind', 'most'])
    assert.deepEqual(shown({ kind: ['date', 'long'], most: '3' }), ['kind', 'most', 'why'])
  })

  test('what depends on a hidden field is hidden, also in a circle', ({ assert }) => {
    assert.deepEqual(shown({ kind: 'date', most: 3 }), ['kind'])
    const circle = [
      { name: 'a', when: { field: 'b', is: 1 } },
      { name: 'b', when: { field: 'a', is: 1 } },
    ]
    assert.deepEqual(shownFields(circle, { a: 1, b: 1 }), [])
  })
})

test.group('Steps among lines', () => {
  const typed = { parts: [{ name: 'a' }, { name: 'b', options: [{ key: 1 }, { key: 2 }] }] }
  const after = (asked: string) => {
    const step = rowStep({ _step: asked })
    return step && takeStep(typed, step)
  }

  test('add, remove and move a line, and leave what was typed alone', ({ assert }) => {
    assert.deepEqual(after('parts.add')?.values.parts, [...typed.parts, {}])
    assert.deepEqual(after('parts.0.remove')?.values.parts, [typed.parts[1]])
    assert.deepEqual(after('parts.1.up')?.values.parts, [typed.parts[1], typed.parts[0]])
    assert.deepInclude(after('parts.0.down'), { index: 1, count: 2 })
    assert.deepEqual(after('parts.1.options.0.down')?.path, ['parts', 1, 'options'])
    assert.lengthOf(typed.parts, 2)
  })

  test('what names no line is no step', ({ assert }) => {
    for (const asked of [
      'parts',
      'parts.9.up',
      'parts.0.up',
      'parts.1.down',
      'parts.x.remove',
      'other.add',
      '__proto__.add',
      'parts.constructor.add',
      'parts.0.explode',
    ]) {
      assert.isNull(after(asked), asked)
    }
    assert.isNull(rowStep({ _step: ['parts.add'] }))
  })
})
