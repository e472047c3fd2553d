import { on } from 'node:events'
import { ignitor } from '../../../bin/ignitor.js'

/** What became of the attempts: `answer ok`, `accept not_now`, or `error …`. */
export type RaceAnswer = Record<string, number>

/** `at`: what time it is meanwhile. */
export type RaceTask = { at: number } & (
  | { kind: 'prepare'; tickets: number }
  | { kind: 'act'; who: 'staff' | 'customer'; attempts: number; seed: number }
  | { kind: 'watch' }
)

const send = (answer: object) =>
  new Promise<void>((resolve, reject) => {
    process.send!(answer, (error: Error | null) => (error ? reject(error) : resolve()))
  })

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { run } = await import('#plugins/helpdesk/tests/race_tasks')
  await send({ ready: true })
  for await (const [task] of on(process, 'message')) {
    if (task === 'end') break
    await send(await run(task as RaceTask & { worker: number }))
  }
})
await app.terminate()
process.disconnect()
