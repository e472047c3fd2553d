import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { transaction } from '#core/platform'
import type { LiveDriver } from '#app/live/drivers/live_driver'
import { eventually } from '#tests/jobs/processes'

/** Longest time after which another process must have heard. */
const HEARD_WITHIN_MS = 500

/** A driver as one process has it, with everything it heard. */
async function processWith(make: () => LiveDriver) {
  const driver = make()
  const heard: string[] = []
  await driver.start({ changed: (name) => heard.push(name), missed: () => heard.push('missed') })
  return { driver, heard }
}

/** What every way of telling other processes must do. */
export function liveDriverContract(name: string, make: () => LiveDriver): void {
  test.group(`Live driver: ${name}`, (group) => {
    let here: Awaited<ReturnType<typeof processWith>>
    let there: Awaited<ReturnType<typeof processWith>>

    group.each.setup(async () => {
      await make().publish(null, 'testing.before')
      here = await processWith(make)
      there = await processWith(make)
      return async () => {
        await Promise.all([here.driver.stop(), there.driver.stop()])
        await db.from('live_messages').delete()
      }
    })

    test('reaches the other process within half a second, not its own', async ({ assert }) => {
      const publishedAt = Date.now()
      await here.driver.publish(null, 'testing.day?day=1')
      await eventually(() => there.heard.length > 0, HEARD_WITHIN_MS)
      console.log(`${name}: heard after ${Date.now() - publishedAt} ms`)
      assert.deepEqual(there.heard, ['testing.day?day=1'])
      await sleep(HEARD_WITHIN_MS)
      assert.deepEqual(here.heard, [])
    })

    test('tells nothing before the commit', async ({ assert }) => {
      await transaction(async (trx) => {
        await here.driver.publish(trx, 'testing.day?day=1')
        await sleep(HEARD_WITHIN_MS)
        assert.deepEqual(there.heard, [])
      })
      await eventually(() => there.heard.length > 0, HEARD_WITHIN_MS)
    })

    test('tells nothing of what was rolled back', async ({ assert }) => {
      await assert.rejects(() =>
        transaction(async (trx) => {
          await here.driver.publish(trx, 'testing.day?day=1')
          throw new Error('refused')
        })
      )
      await sleep(HEARD_WITHIN_MS)
      assert.deepEqual(there.heard, [])
    })

    test('keeps the order and loses none of 300', async ({ assert }) => {
      const names = Array.from({ length: 300 }, (_, n) => `testing.day?day=${n}`)
      await transaction(async (trx) => {
        for (const each of names) await here.driver.publish(trx, each)
      })
      await eventually(() => there.heard.length >= names.length, 2 * HEARD_WITHIN_MS)
      assert.deepEqual(there.heard, names)
    })

    test('hears nothing after it has stopped', async ({ assert }) => {
      await there.driver.stop()
      await here.driver.publish(null, 'testing.day?day=1')
      await sleep(HEARD_WITHIN_MS)
      assert.deepEqual(there.heard, [])
    })
  })
}
