import { test } from '@japa/runner'
import { errorRecord } from '#app/platform/domain/error_record'

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

  test('of a mail server’s answer only the code is kept', ({ assert }) => {
    const error = Object.assign(new Error(`550 unknown user Canarelli`), {
      ...{ code: 'EENVELOPE', responseCode: 550, response: '550 unknown user Canarelli' },
    })
    const { code, responseCode, message } = errorRecord(error)
    assert.deepEqual([code, responseCode, message], ['EENVELOPE', 550, ''])
    assert.notInclude(JSON.stringify(errorRecord(error)), 'Canarelli')
  })

  test('a megabyte of hostile message takes no time', ({ assert }) => {
    const before = performance.now()
    for (const unit of ['a@', '1 ', 'x', '=(', ' - ']) errorRecord(new Error(unit.repeat(500_000)))
    // What looked at every pair of signs would take minutes.
    assert.isBelow(performance.now() - before, 5000)
  })
})
