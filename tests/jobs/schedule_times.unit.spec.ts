import { test } from '@japa/runner'
import { latestDue } from '#app/jobs/domain/schedule_times'

const at = (text: string) => Date.parse(text)

test.group('The latest time a schedule was due', () => {
  test('is this very instant when it matches', ({ assert }) => {
    const instant = at('2027-01-18T10:05:00Z')
    assert.equal(latestDue('*/5 * * * *', instant), instant)
  })

  test('is the one before when a millisecond is missing', ({ assert }) => {
    const due = latestDue('*/5 * * * *', at('2027-01-18T10:05:00Z') - 1)
    assert.equal(due, at('2027-01-18T10:00:00Z'))
  })

  test('reaches back over days without a run', ({ assert }) => {
    const due = latestDue('17 2 1 * *', at('2027-01-18T10:05:00Z'))
    assert.equal(due, at('2027-01-01T02:17:00Z'))
  })

  test('is read in UTC, whatever the clocks of a country do', ({ assert }) => {
    const due = latestDue('30 1 * * *', at('2027-03-28T12:00:00Z'))
    assert.equal(due, at('2027-03-28T01:30:00Z'))
  })

  test('counts seconds in a pattern of six fields', ({ assert }) => {
    const due = latestDue('*/10 * * * * *', at('2027-01-18T10:05:19Z'))
    assert.equal(due, at('2027-01-18T10:05:10Z'))
  })
})
