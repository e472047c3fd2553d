import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { transaction } from '#core/platform'
import { freshDatabase } from '#tests/kit/database'

const plugin = (id: string) => ({ id, version: '1.0.0', enabled: false, changed_at: 1 })
const stored = async () =>
  (await db.from('platform_plugins').whereLike('id', 'sample-%').orderBy('id')).map(({ id }) => id)

test.group('platform | transactions that share a commit', (group) => {
  group.each.setup(() => freshDatabase())

  test('one that fails takes nothing of the others with it', async ({ assert }) => {
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4, 5].map((nth) =>
        transaction(async (trx) => {
          await trx.table('platform_plugins').insert(plugin(`sample-${nth}`))
          if (nth % 2 === 0) throw new Error(`no ${nth}`)
          return nth
        })
      )
    )
    const told = outcomes.map((one) =>
      one.status === 'fulfilled' ? one.value : String(one.reason)
    )
    assert.deepEqual(told, [1, 'Error: no 2', 3, 'Error: no 4', 5])
    assert.deepEqual(await stored(), ['sample-1', 'sample-3', 'sample-5'])
  })

  test('what follows a commit follows it for those that were stored only', async ({ assert }) => {
    const followed: string[] = []
    await Promise.allSettled(
      ['kept', 'lost', 'also kept'].map((name) =>
        transaction(async (trx) => {
          trx.after('commit', () => void followed.push(name))
          if (name === 'lost') throw new Error('changed my mind')
        })
      )
    )
    assert.deepEqual(followed, ['kept', 'also kept'])
  })

  test('a follow-up that fails is logged, and the work stays done', async ({ assert }) => {
    const answer = await transaction(async (trx) => {
      trx.after('commit', () => {
        throw new Error('nobody listens')
      })
      await trx.table('platform_plugins').insert(plugin('sample-1'))
      return 'done'
    })
    assert.equal(answer, 'done')
    assert.deepEqual(await stored(), ['sample-1'])
  })
})
