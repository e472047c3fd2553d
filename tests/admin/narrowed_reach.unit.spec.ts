import { test } from '@japa/runner'
import { narrowedTo } from '#app/admin/domain/narrowed_reach'

test.group('The reach of a person, narrowed', () => {
  test('to a location within it, and to none beyond it or gone', ({ assert }) => {
    const all = [1, 2, 3]
    assert.equal(narrowedTo(2, { reach: null, all }), 2)
    assert.equal(narrowedTo(2, { reach: [1, 2], all }), 2)
    assert.isNull(narrowedTo(3, { reach: [1, 2], all }))
    assert.isNull(narrowedTo(4, { reach: null, all }))
    assert.isNull(narrowedTo(4, { reach: [4], all }))
    assert.isNull(narrowedTo(1, { reach: [], all }))
  })
})
