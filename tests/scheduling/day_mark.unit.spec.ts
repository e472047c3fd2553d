import { test } from '@japa/runner'
import { dayMark } from '#app/scheduling/domain/day_mark'

const EDGES = [540, 550, 570, 600]

test.group('Mark of the present time', () => {
  test('lies in the row that has begun, as far down as its time has passed', ({ assert }) => {
    assert.deepEqual(dayMark(EDGES, 540), { row: 0, tenth: 0 })
    assert.deepEqual(dayMark(EDGES, 549.9), { row: 0, tenth: 9 })
    assert.deepEqual(dayMark(EDGES, 550), { row: 1, tenth: 0 })
    assert.deepEqual(dayMark(EDGES, 585), { row: 2, tenth: 5 })
  })

  test('is nowhere before the first row, after the last and on a day without rows', ({
    assert,
  }) => {
    assert.isNull(dayMark(EDGES, 539))
    assert.isNull(dayMark(EDGES, 600))
    assert.isNull(dayMark([], 540))
  })
})
