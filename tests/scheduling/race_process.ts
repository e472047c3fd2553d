import { ignitor } from '../../bin/ignitor.js'

/** Location and service of each race, by name. */
export type Planners = Record<string, { location: number; service: number }>

/** What became of the attempts: `ok`, a refusal, or `error …`. */
export type RaceAnswer = Record<string, number>

export type RaceTask =
  | { kind: 'prepare' }
  | { kind: 'hold'; planner: Planners[string]; attempts: number; starts: number[] }
  | { kind: 'live'; planner: Planners[string]; attempts: number; starts: number[]; seed: number }
  | { kind: 'numbers'; attempts: number }

/** So many attempts of one process are under way at a time. */
const AT_ONCE = 10

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const task = JSON.parse(process.argv[2]) as RaceTask & { worker: number }
  const { prepare, race } = await import('#tests/scheduling/race_tasks')
  const answer = task.kind === 'prepare' ? await prepare() : await race(task, AT_ONCE)
  await new Promise<void>((resolve, reject) => {
    process.send!(answer, (error: Error | null) => (error ? reject(error) : resolve()))
  })
})
await app.terminate()
process.disconnect()
