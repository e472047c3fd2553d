import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Location } from '#core/organisation'
import { dialect, retryingBusy, transaction } from '#core/platform'
import { startedProcess } from '#tests/jobs/processes'
import { repetitions } from '#tests/kit/repetitions'
import { aLocation } from '#tests/scheduling/planner'

const HOLDER = 'tests/platform/busy_process.ts'
const TABLE = 'platform_plugins'
const row = (id: string) => ({ id, version: '1.0.0', enabled: false, changed_at: 1 })
const rows = async () => (await db.from(TABLE).whereLike('id', 'busy-%')).length

test.group('platform | a database that another process is writing to', (group) => {
  group.each.teardown(async () => {
    await db.from(TABLE).whereLike('id', 'busy-%').delete()
  })

  test('a single statement waits for longer than the driver does', async ({ assert }) => {
    const task = JSON.stringify({ times: 1, heldMs: 1500, pauseMs: 0 })
    const holder = await startedProcess('held', HOLDER, [task])
    if (dialect(db.connection()) === 'sqlite') {
      // The wrong way, to show that the lock is there.
      const plain = await db.table(TABLE).insert(row('busy-plain')).then(String, String)
      assert.match(plain, /database is locked/)
    }
    await retryingBusy(() => db.table(TABLE).insert(row('busy-patient')))
    assert.equal(await holder.ended, 0, holder.output())
    assert.lengthOf(await db.from(TABLE).where('id', 'busy-patient'), 1)
  }).timeout(60_000)

  test('a record that is saved by itself waits as well', async ({ assert, cleanup }) => {
    const task = JSON.stringify({ times: 1, heldMs: 700, pauseMs: 0 })
    const location = await aLocation()
    cleanup(() => location.delete())
    const holder = await startedProcess('held', HOLDER, [task])
    await location.merge({ name: 'Siena' }).save()
    const { name } = await Location.findOrFail(location.id)
    assert.equal(name, 'Siena')
    assert.equal(await holder.ended, 0, holder.output())
  }).timeout(60_000)

  test('a group that waits for another process loses nobody, and who comes joins it', async ({
    assert,
  }) => {
    const task = JSON.stringify({ times: 1, heldMs: 700, pauseMs: 0 })
    const holder = await startedProcess('held', HOLDER, [task])
    const store = (nth: number) =>
      transaction(async (trx) => {
        await trx.table(TABLE).insert(row(`busy-group-${nth}`))
        return nth
      })
    const early = [1, 2, 3].map(store)
    await sleep(200)
    const late = [4, 5].map(store)
    assert.deepEqual(await Promise.all([...early, ...late]), [1, 2, 3, 4, 5])
    assert.equal(await holder.ended, 0, holder.output())
    assert.equal(await rows(), 5)
  }).timeout(60_000)

  test('two processes that write all the time lose none of each other’s rows', async ({
    assert,
  }) => {
    const writes = repetitions('single writes against a busy process', { test: 40, proof: 400 })
    const task = JSON.stringify({ times: writes / 4, heldMs: 20, pauseMs: 10 })
    const holders = await Promise.all([1, 2].map(() => startedProcess('held', HOLDER, [task])))
    for (let at = 0; at < writes; at++) {
      await retryingBusy(() => db.table(TABLE).insert(row(`busy-${at}`)))
    }
    for (const holder of holders) assert.equal(await holder.ended, 0, holder.output())
    assert.equal(await rows(), writes)
    console.log(`    ${writes} rows beside ${writes / 2} transactions of two processes`)
  }).timeout(300_000)
})
