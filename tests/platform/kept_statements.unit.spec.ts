import { test } from '@japa/runner'
import Database from 'better-sqlite3'
import { withPlaceholders } from '#app/platform/domain/placeholders'
import { keepStatements } from '#app/platform/kept_statements'

test.group('Kept statements', () => {
  test('a connection prepares a statement once, and again after a change of the schema', ({
    assert,
  }) => {
    const database = new Database(':memory:')
    keepStatements(database)
    database.prepare('create table texts (id integer primary key, text text)').run()
    const read = () => database.prepare('select text from texts where id = ? limit ?')
    database.prepare('insert into texts (id, text) values (?, ?)').run(7, 'kept')
    const first = read()
    assert.equal(read(), first)
    assert.deepEqual(first.all(7, 1), [{ text: 'kept' }])
    database.prepare('alter table texts add column more text').run()
    assert.notEqual(read(), first)
  })

  test('placeholders are replaced, question marks in quotes are not', ({ assert }) => {
    let count = 0
    assert.equal(
      withPlaceholders(
        `select 'it''s ?', "odd?", \`why?\` from a where b in (?, ?) limit ?`,
        () => `$${++count}`
      ),
      `select 'it''s ?', "odd?", \`why?\` from a where b in ($1, $2) limit $3`
    )
  })

  test('a value is what it was, whatever its type', ({ assert }) => {
    const database = new Database(':memory:')
    keepStatements(database)
    const statement = database.prepare('select ? as value, typeof(?) as type')
    const seen = (value: unknown) => statement.get(value, value)
    assert.deepEqual(seen('007'), { value: '007', type: 'text' })
    assert.deepEqual(seen(1.5), { value: 1.5, type: 'real' })
    assert.deepEqual(seen(7n), { value: 7, type: 'integer' })
    assert.deepEqual(seen(null), { value: null, type: 'null' })
    assert.deepEqual(seen(Buffer.from('a')), { value: Buffer.from('a'), type: 'blob' })
  })
})
