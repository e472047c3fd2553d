import { test } from '@japa/runner'
import { errorText } from '#app/jobs/domain/error_text'

test.group('The text of a failure', () => {
  test('names no address', ({ assert }) => {
    const error = new Error('550 5.1.1 <anna.rossi@example.org>: unknown\nuser "b@c.example"')
    assert.equal(errorText(error), '550 5.1.1 <[address]>: unknown user "[address]"')
  })

  test('quotes no value of a statement', ({ assert }) => {
    const statement = `insert into "customers" ("first_name") values ('Canarina') - CHECK failed: x`
    assert.equal(errorText(new Error(statement)), 'CHECK failed: x')
  })

  test('is short, and there for what is not an error', ({ assert }) => {
    assert.lengthOf(errorText(new Error('x'.repeat(2000))), 500)
    assert.equal(errorText('gone'), 'gone')
  })
})
