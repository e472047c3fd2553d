import { test } from '@japa/runner'
import {
  addDays,
  addMonths,
  daysInMonth,
  isDay,
  isMonth,
  monthOf,
  weeksOf,
} from '#app/scheduling/domain/month'

test.group('Months of the calendar', () => {
  test('B3 only days and months that exist are taken from an address', ({ assert }) => {
    assert.isTrue(isDay('2028-02-29'))
    for (const wrong of ['2027-02-29', '2027-13-01', '27-01-01', '0000-01-01', '', null, ['x']]) {
      assert.isFalse(isDay(wrong), String(wrong))
    }
    assert.isTrue(isMonth('2027-12'))
    for (const wrong of ['2027-00', '2027-13', '2027', undefined]) assert.isFalse(isMonth(wrong))
  })

  test('days and months are counted over the ends of years', ({ assert }) => {
    assert.equal(addDays('2026-12-31', 1), '2027-01-01')
    assert.equal(addDays('2028-03-01', -1), '2028-02-29')
    assert.equal(addMonths('2026-11', 3), '2027-02')
    assert.equal(addMonths('2027-01', -1), '2026-12')
    assert.equal(monthOf('2027-01-19'), '2027-01')
    assert.equal(daysInMonth('2027-02'), 28)
    assert.equal(daysInMonth('2028-02'), 29)
  })

  test('a month is laid out from Monday to Sunday', ({ assert }) => {
    const weeks = weeksOf('2027-02')
    assert.lengthOf(weeks, 4)
    assert.equal(weeks[0][0], '2027-02-01')
    assert.equal(weeks[3][6], '2027-02-28')
    const longest = weeksOf('2026-08')
    assert.lengthOf(longest, 6)
    assert.deepEqual(longest[0].slice(0, 6), [null, null, null, null, null, '2026-08-01'])
    assert.equal(longest[5][0], '2026-08-31')
  })
})
