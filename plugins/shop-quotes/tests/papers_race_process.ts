import { on } from 'node:events'
import { ignitor } from '../../../bin/ignitor.js'

/** What became of the orders: `paid`, or `error …`. */
export type PapersAnswer = Record<string, number>

export type PapersTask = { at: number } & (
  | { kind: 'prepare' }
  /** So many orders are placed and paid. */
  | { kind: 'sell'; orders: number }
)

const send = (answer: object) =>
  new Promise<void>((resolve, reject) => {
    process.send!(answer, (error: Error | null) => (error ? reject(error) : resolve()))
  })

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { run } = await import('#plugins/shop-quotes/tests/papers_race_tasks')
  await send({ ready: true })
  for await (const [task] of on(process, 'message')) {
    if (task === 'end') break
    await send(await run(task as PapersTask))
  }
})
await app.terminate()
process.disconnect()
