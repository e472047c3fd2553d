import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { transaction } from '#core/platform'
import { freshDatabase } from '#tests/kit/database'

test.group('platform | transaction', (group) => {
  group.each.setup(() => freshDatabase())

  const plugin = { id: 'sample', version: '1.0.0', enabled: false, changed_at: 1 }
  const count = async () => (await db.from('platform_plugins').where('id', 'sample')).length

  test('keeps what was written when the work succeeds', async ({ assert }) => {
    const answer = await transaction(async (trx) => {
      await trx.table('platform_plugins').insert(plugin)
      return 'done'
    })
    assert.equal(answer, 'done')
    assert.equal(await count(), 1)
  })

  test('loses everything that was written when the work throws', async ({ assert }) => {
    await assert.rejects(async () =>
      transaction(async (trx) => {
        await trx.table('platform_plugins').insert(plugin)
        throw new Error('changed my mind')
      })
    )
    assert.equal(await count(), 0)
  })
})
