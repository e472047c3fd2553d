import { on } from 'node:events'
import { ignitor } from '../../../bin/ignitor.js'

/** What became of the attempts: `same order 20`, `error …`. */
export type QuoteRaceAnswer = Record<string, number>

/** `at`: what time it is meanwhile. */
export type QuoteRaceTask = { at: number } & (
  | { kind: 'prepare'; quotes: number }
  /** Accepts each quote that was sent so many times at once. */
  | { kind: 'accept'; times: number }
)

const send = (answer: object) =>
  new Promise<void>((resolve, reject) => {
    process.send!(answer, (error: Error | null) => (error ? reject(error) : resolve()))
  })

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { run } = await import('#plugins/shop-quotes/tests/quote_race_tasks')
  await send({ ready: true })
  for await (const [task] of on(process, 'message')) {
    if (task === 'end') break
    await send(await run(task as QuoteRaceTask))
  }
})
await app.terminate()
process.disconnect()
