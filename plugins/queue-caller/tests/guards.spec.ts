import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aCounter, Desk, Queue } from '#plugins/queue-caller/tests/queue'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

test.group('The database refuses', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T09:00:00Z')

  /** Each in a savepoint of its own, since PostgreSQL ends a transaction that was refused something. */
  const refused = (work: (trx: Awaited<ReturnType<typeof db.transaction>>) => Promise<unknown>) =>
    db.transaction(async (trx) => {
      await work(trx)
    })

  test('Q6 a second ticket at one counter, a second number, a changed log', async ({ assert }) => {
    const queue = await Queue.open()
    const first = await queue.walkIn()
    const second = await queue.walkIn()
    await queue.desk.call()
    const at = { state: 'called', counter_id: queue.desk.counter.id }
    await assert.rejects(() =>
      refused((trx) => trx.from('queue_caller_tickets').where('id', second.id).update(at))
    )
    await assert.rejects(() =>
      refused((trx) =>
        trx.from('queue_caller_tickets').where('id', second.id).update({ number: first.number })
      )
    )
    await assert.rejects(
      () => refused((trx) => trx.from('queue_caller_events').update({ at: 0 })),
      /append_only/
    )
    await assert.rejects(() =>
      refused((trx) => trx.from('queue_caller_tickets').update({ state: 'somewhere' }))
    )
  })

  test('two people at one counter, one person at two', async ({ assert }) => {
    const queue = await Queue.open()
    const { session } = queue.desk
    const free = await aCounter([queue.line])
    const row = { automatic: false, opened_at: 0 }
    const insert = (values: object) =>
      refused((trx) => trx.table('queue_caller_sessions').insert({ ...row, ...values }))
    await assert.rejects(() => insert({ counter_id: free.id, user_id: session.userId }))
    const other = await Desk.open(queue.location, [queue.line])
    await db.from('queue_caller_sessions').where('user_id', other.user.id).update({ closed_at: 1 })
    await assert.rejects(() => insert({ counter_id: session.counterId, user_id: other.user.id }))
  })
})
