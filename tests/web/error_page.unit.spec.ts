import { test } from '@japa/runner'
import { errorPageFor, isDatabaseOutage } from '#app/web/domain/error_page'

test.group('Pages of errors', () => {
  test('every status has a page', ({ assert }) => {
    assert.deepEqual(
      [404, 418, 422, 500, 502, 200].map(errorPageFor),
      [404, 400, 400, 500, 500, 500]
    )
  })

  test('a database that is away or busy is an outage, a constraint is not', ({ assert }) => {
    const coded = (code: string) => Object.assign(new Error('x'), { code })
    const outages = ['SQLITE_BUSY', 'SQLITE_FULL', '57P01', '53300', 'ECONNREFUSED', '40001']
    assert.isTrue(outages.every((code) => isDatabaseOutage(coded(code))))
    assert.isTrue(isDatabaseOutage(new AggregateError([coded('ECONNREFUSED')])))
    assert.isTrue(isDatabaseOutage(new Error('Connection terminated unexpectedly')))
    assert.isFalse(isDatabaseOutage(coded('23505')))
    assert.isFalse(isDatabaseOutage(coded('SQLITE_CONSTRAINT_UNIQUE')))
    assert.isFalse(isDatabaseOutage('SQLITE_BUSY'))
  })
})
