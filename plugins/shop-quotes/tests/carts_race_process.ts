import { on } from 'node:events'
import { ignitor } from '../../../bin/ignitor.js'

/** What became of the attempts: `new`, `same`, `line`, `error …`. */
export type CartAnswer = Record<string, number>

/** `at`: what time it is meanwhile. */
export type CartTask = { at: number } & (
  { kind: 'prepare' } | { kind: 'add'; times: number } | { kind: 'place'; times: number }
)

const send = (answer: object) =>
  new Promise<void>((resolve, reject) => {
    process.send!(answer, (error: Error | null) => (error ? reject(error) : resolve()))
  })

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { run } = await import('#plugins/shop-quotes/tests/carts_race_tasks')
  await send({ ready: true })
  for await (const [task] of on(process, 'message')) {
    if (task === 'end') break
    await send(await run(task as CartTask & { worker: number }))
  }
})
await app.terminate()
process.disconnect()
