import { test } from '@japa/runner'
import { transaction } from '#core/platform'
import { onceOnly } from '#core/web'
import { freshDatabase } from '#tests/kit/database'

type Answer = { ok: true; number: string } | { ok: false; reason: 'slot_taken' }

test.group('A form counts once', (group) => {
  group.each.setup(() => freshDatabase())

  let worked = 0
  const work = async (): Promise<Answer> => ({ ok: true, number: `AA00${(worked += 1)}` })
  const send = (key: string, doing = work, scope = 'probe.confirm:1') =>
    transaction((trx) => onceOnly(trx, scope, key, doing))

  test('a second submit gets the first answer', async ({ assert }) => {
    worked = 0
    const first = await send('key')
    assert.deepEqual(await send('key'), first)
    assert.equal(worked, 1)
  })

  test('another key or another subject is another submit', async ({ assert }) => {
    worked = 0
    await send('key')
    await send('other')
    await send('key', work, 'probe.confirm:2')
    assert.equal(worked, 3)
  })

  test('a refusal is not kept, so the corrected form goes through', async ({ assert }) => {
    worked = 0
    const refuse = async (): Promise<Answer> => ({ ok: false, reason: 'slot_taken' })
    assert.deepEqual(await send('key', refuse), { ok: false, reason: 'slot_taken' })
    assert.deepEqual(await send('key'), { ok: true, number: 'AA001' })
  })

  test('work that failed leaves nothing behind', async ({ assert }) => {
    worked = 0
    const fail = async (): Promise<Answer> => {
      throw new Error('no')
    }
    await assert.rejects(() => send('key', fail), 'no')
    assert.deepEqual(await send('key'), { ok: true, number: 'AA001' })
  })
})
