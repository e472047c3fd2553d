import { setTimeout as sleep } from 'node:timers/promises'
import { ignitor } from '../../bin/ignitor.js'

/** Holds the database's write lock for a while again and again, as a busy process does. */
const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { transaction } = await import('#core/platform')
  const { times, heldMs, pauseMs } = JSON.parse(process.argv[2]) as Record<string, number>
  for (let at = 0; at < times; at++) {
    await transaction(async () => {
      process.stdout.write('held\n')
      await sleep(heldMs)
    })
    process.stdout.write('released\n')
    await sleep(pauseMs)
  }
})
await app.terminate()
