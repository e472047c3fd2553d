import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { freshDatabase } from '#tests/kit/database'
import { Sweep } from '#app/web/jobs/sweep'

const NOW = Date.UTC(2026, 10, 23, 9)
const HOUR = 3_600_000

test.group('Sweep', (group) => {
  group.each.setup(() => freshDatabase())

  test('counters, proofs and answers go when nobody can need them any more', async ({ assert }) => {
    clock.freeze(NOW)
    await db.table('web_limits').multiInsert([
      { key: 'ended', used: 1, ends_at: NOW },
      { key: 'running', used: 1, ends_at: NOW + 1 },
    ])
    await db.table('web_used_captchas').multiInsert([
      { id: 'old', expires_at: NOW - HOUR },
      { id: 'recent', expires_at: NOW - HOUR + 1 },
    ])
    await db.table('web_form_answers').multiInsert([
      { id: 'old', answer: '{}', created_at: NOW - 48 * HOUR },
      { id: 'recent', answer: '{}', created_at: NOW - 48 * HOUR + 1 },
    ])

    await Sweep.handle({}, { attempt: 1 })

    // Rows of their own names alone: a test that signs in for real leaves its counters behind.
    const left = async (table: string, column: string, names: string[]) =>
      (await db.from(table).whereIn(column, names).select(column)).map((row) => row[column])
    assert.deepEqual(await left('web_limits', 'key', ['ended', 'running']), ['running'])
    assert.deepEqual(await left('web_used_captchas', 'id', ['old', 'recent']), ['recent'])
    assert.deepEqual(await left('web_form_answers', 'id', ['old', 'recent']), ['recent'])
  })
})
