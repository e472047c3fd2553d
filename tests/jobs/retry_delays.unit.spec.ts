import { test } from '@japa/runner'
import { retryDelay } from '#app/jobs/domain/retry_delays'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.group('Retries of a job', () => {
  test('come after 1, 5 and 15 minutes, 1 hour and then every 4 hours', ({ assert }) => {
    assert.deepEqual([1, 2, 3, 4, 5, 6].map(retryDelay), [
      1 * MINUTE,
      5 * MINUTE,
      15 * MINUTE,
      1 * HOUR,
      4 * HOUR,
      4 * HOUR,
    ])
  })

  test('end before 48 hours have passed', ({ assert }) => {
    let waited = 0
    let attempts = 1
    for (;;) {
      const delay = retryDelay(attempts)
      if (delay === null) break
      waited += delay
      attempts++
    }
    assert.equal(attempts, 16)
    assert.equal(waited, 81 * MINUTE + 44 * HOUR)
  })
})
