import { ignitor } from '../../../bin/ignitor.js'

/** Where the races are run: ids of a location, its lines A and B, and counters with somebody. */
export type Ground = {
  location: number
  a: number
  b: number
  seats: number[]
  /** Who sits at the first counter; the password is that of all people in tests. */
  email: string
}

/** Cookies of paired screens. */
export type Cookies = { cookies: string[] }

/** How often each outcome came, e.g. `ok`, `nobody`, or `error …`. */
export type Counted = Record<string, number>

export type Task =
  | { kind: 'prepare'; seats: number }
  | { kind: 'due'; ground: Ground; at: number[] }
  | { kind: 'screens'; ground: Ground; count: number }
  | { kind: 'waiting'; ground: Ground; count: number }
  | { kind: 'issue'; ground: Ground; attempts: number }
  | { kind: 'serve'; ground: Ground }
  | { kind: 'click'; ground: Ground; attempts: number }
  | { kind: 'transfer'; ground: Ground }

/** A task with the number of the process that does it. */
export type Numbered = Task & { worker: number }

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { run } = await import('#plugins/queue-caller/tests/race_tasks')
  const answer = await run(JSON.parse(process.argv[2]) as Numbered)
  await new Promise<void>((resolve, reject) => {
    process.send!(answer, (error: Error | null) => (error ? reject(error) : resolve()))
  })
})
await app.terminate()
process.disconnect()
