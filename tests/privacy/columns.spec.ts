import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { incompleteRules, staleRules, unmappedColumns, wholeDataMap } from '#core/privacy'

test.group('The data map of the whole product', () => {
  test('explains every column of every table', async ({ assert }) => {
    assert.deepEqual(await unmappedColumns(db.connection()), [])
  })

  test('names no column that does not exist', async ({ assert }) => {
    assert.deepEqual(await staleRules(db.connection()), [])
  })

  test('gives a reason wherever something is kept', ({ assert }) => {
    assert.deepEqual(incompleteRules(wholeDataMap()), [])
  })
})
