import { test } from '@japa/runner'
import { choosable, MOST_CHOOSABLE } from '#app/admin/domain/narrowed_reach'

const PLACES = [
  { id: 1, active: true },
  { id: 2, active: true },
  { id: 3, active: false },
  { id: 4, active: true },
]

const ids = (reach: number[] | null) => choosable(PLACES, reach).map(({ id }) => id)

test.group('The reach of a person, narrowed', () => {
  test('to a location in use within it', ({ assert }) => {
    assert.deepEqual(ids(null), [1, 2, 4])
    assert.deepEqual(ids([1, 2, 3]), [1, 2])
  })

  test('not where there is one, or none', ({ assert }) => {
    assert.deepEqual(ids([1]), [])
    assert.deepEqual(ids([1, 3, 9]), [])
    assert.deepEqual(ids([]), [])
  })

  test('not where a menu would be too long', ({ assert }) => {
    const many = (count: number) => Array.from({ length: count }, (_, id) => ({ id, active: true }))
    assert.lengthOf(choosable(many(MOST_CHOOSABLE), null), MOST_CHOOSABLE)
    assert.deepEqual(choosable(many(MOST_CHOOSABLE + 1), null), [])
  })
})
