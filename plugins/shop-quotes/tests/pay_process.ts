import { on } from 'node:events'
import { ignitor } from '../../../bin/ignitor.js'

/** What became of the attempts: `settled 1`, `error …`. */
export type PayAnswer = Record<string, number>

export type PayTask =
  | { kind: 'prepare'; orders: number; stub: string }
  /** Tells of every page of the provider, of each so many times. */
  | { kind: 'tell'; times: number; stub: string }

const send = (answer: object) =>
  new Promise<void>((resolve, reject) => {
    process.send!(answer, (error: Error | null) => (error ? reject(error) : resolve()))
  })

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { run } = await import('#plugins/shop-quotes/tests/pay_tasks')
  await send({ ready: true })
  for await (const [task] of on(process, 'message')) {
    if (task === 'end') break
    await send(await run(task as PayTask))
  }
})
await app.terminate()
process.disconnect()
