import fc from 'fast-check'
import { test } from '@japa/runner'
import {
  proposedDates,
  type FreeStart,
  type LostVisit,
} from '#plugins/patient-visits/domain/proposed_dates'

const minuteOf = (time: string) => {
  const [hours, minutes] = time.split(':').map(Number)
  return hours * 60 + minutes
}
const start = (day: string, time: string): FreeStart => ({
  ...{ day, minute: minuteOf(time), at: Date.parse(`${day}T${time.padStart(5, '0')}:00Z`) },
})
const lost = (...times: string[]): LostVisit[] =>
  times.map((time, id) => ({ id, minute: minuteOf(time) }))

const aDay = fc.integer({ min: 1, max: 6 }).map((day) => `2027-01-0${day}`)
const aStart = fc
  .tuple(aDay, fc.integer({ min: 32, max: 68 }))
  .map(([day, quarter]) =>
    start(day, `${quarter >> 2}:${String((quarter % 4) * 15).padStart(2, '0')}`)
  )
const free = fc.uniqueArray(aStart, { selector: ({ at }) => at, maxLength: 40 })
const visits = fc
  .array(fc.integer({ min: 0, max: 1439 }), { maxLength: 30 })
  .map((minutes) => minutes.map((minute, id): LostVisit => ({ id, minute })))

test.group('Dates proposed for a day that falls out', () => {
  test('V3 the worked example', ({ assert }) => {
    const [wednesday, thursday, monday] = ['2027-01-20', '2027-01-21', '2027-01-25']
    const dates = [
      ...[start(monday, '8:00'), start('2027-01-26', '8:00'), start('2027-01-27', '8:00')],
      ...[start(wednesday, '14:00'), start(wednesday, '9:15'), start(thursday, '11:00')],
      start('2027-01-28', '8:00'),
    ]
    const found = proposedDates(lost('9:00', '9:30', '15:00'), dates)
    const told = [...found.values()].map((own) => own.map(({ minute }) => minute))
    assert.deepEqual(
      told,
      [
        ['9:15', '11:00', '8:00'],
        ['14:00', '11:00', '8:00'],
        ['14:00', '11:00', '8:00'],
      ].map((own) => own.map(minuteOf))
    )
    assert.deepEqual(
      found.get(0)!.map(({ day }) => day),
      [wednesday, thursday, monday]
    )
  })

  test('without any free date everybody is offered none', ({ assert }) => {
    assert.deepEqual([...proposedDates(lost('9:00'), [])], [[0, []]])
    assert.equal(proposedDates([], [start('2027-01-20', '9:00')]).size, 0)
  })

  test('V3 only free dates, the next three days, spread as evenly as can be', ({ assert }) => {
    fc.assert(
      fc.property(visits, free, (asked, dates) => {
        const found = proposedDates(asked, dates)
        const days = [...new Set(dates.map(({ day }) => day))].sort().slice(0, 3)
        assert.equal(found.size, asked.length)
        for (const own of found.values()) {
          assert.deepEqual(
            own.map(({ day }) => day),
            days
          )
          for (const date of own) assert.include(dates, date)
        }
        const offered = [...found.values()].flat()
        for (const day of days) {
          const times = dates
            .filter((date) => date.day === day)
            .map((date) => offered.filter((one) => one === date).length)
          assert.isAtMost(Math.max(...times) - Math.min(...times), 1)
        }
      })
    )
  })
})
