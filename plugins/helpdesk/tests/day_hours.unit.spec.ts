import { test } from '@japa/runner'
import { areInOrder, typedHours } from '#plugins/helpdesk/domain/day_hours'

const MORNING = { opens: '09:00', closes: '12:00' }
const AFTERNOON = { opens: '15:00', closes: '18:00' }

test.group('Hours of a day that differs', () => {
  test('short times are written out, empty lines left out', ({ assert }) => {
    const sent = [
      { opens: '9', closes: '12' },
      { opens: '', closes: '' },
      { opens: '15.00', closes: '18:00' },
    ]
    assert.deepEqual(typedHours(sent), [MORNING, AFTERNOON])
    assert.deepEqual(typedHours({ 0: { opens: '9', closes: '12:00' } }), [MORNING])
  })

  test('what is no time stays, so that the form shows it again', ({ assert }) => {
    assert.deepEqual(typedHours([{ opens: 'noon', closes: '' }]), [{ opens: 'noon', closes: '' }])
  })

  test('nothing, and what is no list, are no hours: closed', ({ assert }) => {
    for (const sent of [null, undefined, '', 'x', [], [null]]) {
      assert.deepEqual(typedHours(sent), [])
    }
  })

  test('hours close after they open, and may touch but not overlap', ({ assert }) => {
    assert.isTrue(areInOrder([]))
    assert.isTrue(areInOrder([MORNING, AFTERNOON]))
    assert.isTrue(areInOrder([MORNING, { opens: '12:00', closes: '24:00' }]))
    assert.isFalse(areInOrder([{ opens: '12:00', closes: '12:00' }]))
    assert.isFalse(areInOrder([MORNING, { opens: '11:00', closes: '13:00' }]))
    assert.isFalse(areInOrder([AFTERNOON, MORNING]))
  })
})
