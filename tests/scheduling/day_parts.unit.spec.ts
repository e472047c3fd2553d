import { test } from '@japa/runner'
import { byDayPart } from '#app/scheduling/domain/day_parts'

test.group('Parts of a day', () => {
  test('B4 times stand under morning, afternoon and evening; empty parts are left out', ({
    assert,
  }) => {
    const times = ['11:59', '12:00', '16:59', '17:00', '23:30'].map((local) => ({ local }))
    assert.deepEqual(
      byDayPart(times).map(({ part, times: some }) => [part, some.map(({ local }) => local)]),
      [
        ['morning', ['11:59']],
        ['afternoon', ['12:00', '16:59']],
        ['evening', ['17:00', '23:30']],
      ]
    )
    assert.deepEqual(
      byDayPart([{ local: '18:00' }]).map(({ part }) => part),
      ['evening']
    )
    assert.deepEqual(byDayPart([]), [])
  })
})
