import { test } from '@japa/runner'
import { errorPageFor, isDatabaseOutage } from '#app/web/domain/error_page'
import { errorRecord } from '#app/web/domain/error_record'

const CANARY = 'canary@example.org'

test.group('Errors in the log', () => {
  test('a statement with its values and the offending row are left out', ({ assert }) => {
    const statement = `insert into "users" ("email", "phone") values ('${CANARY}', '+39 050 123456') - UNIQUE constraint failed: users.email`
    const error = Object.assign(new Error(statement), {
      code: '23505',
      constraint: 'users_email_unique',
      detail: `Key (email)=(${CANARY}) already exists.`,
      bindings: [CANARY],
    })
    const record = errorRecord(error)
    assert.equal(record.message, 'UNIQUE constraint failed: users.email')
    assert.equal(record.constraint, 'users_email_unique')
    assert.notInclude(JSON.stringify(record), 'canary')
    assert.notInclude(JSON.stringify(record), '123456')
  })

  test('addresses, numbers and tokens are taken out of every message', ({ assert }) => {
    const token = 'A'.repeat(43)
    const cause = new Error(`at ${CANARY}`)
    const record = errorRecord(new Error(`No ${CANARY}, +49 711 1234567, ${token}`, { cause }))
    assert.equal(record.message, 'No [e-mail], [number], [token]')
    assert.equal(record.cause?.message, 'at [e-mail]')
    assert.isAbove(record.stack.length, 0)
    assert.notInclude(record.stack.join(), 'canary')
  })

  test('a megabyte of hostile message takes no time', ({ assert }) => {
    const before = performance.now()
    for (const unit of ['a@', '1 ', 'x', '=(', ' - ']) errorRecord(new Error(unit.repeat(500_000)))
    assert.isBelow(performance.now() - before, 100)
  })
})

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
