import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { NotifyDriver } from '#app/live/drivers/notify_driver'
import { PolledDriver } from '#app/live/drivers/polled_driver'
import { liveDriverContract } from '#tests/live/driver_contract'
import { eventually } from '#tests/jobs/processes'

const { DATABASE_URL } = env

if (DATABASE_URL) {
  liveDriverContract('LISTEN/NOTIFY', () => new NotifyDriver(DATABASE_URL))

  test.group('Live driver on a broken connection', () => {
    test('comes back, says that it may have missed something, and hears again', async ({
      assert,
      cleanup,
    }) => {
      const heard: string[] = []
      const driver = new NotifyDriver(DATABASE_URL)
      await driver.start({
        changed: (name) => heard.push(name),
        missed: () => heard.push('missed'),
      })
      cleanup(() => driver.stop())
      await db.rawQuery(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where query like 'listen %' and datname = current_database()`
      )
      await eventually(() => heard.includes('missed'), 3_000)
      await new NotifyDriver(DATABASE_URL).publish(null, 'testing.day?day=1')
      await eventually(() => heard.length > 1, 500)
      assert.deepEqual(heard, ['missed', 'testing.day?day=1'])
    })
  })
} else {
  liveDriverContract('polled table', () => new PolledDriver())
}
