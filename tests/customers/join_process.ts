import { ignitor } from '../../bin/ignitor.js'

/** Ids of two records of the same person. */
export type Pair = readonly [number, number]

export type JoinTask =
  | { kind: 'prepare'; pairs: number }
  /** `worker` decides which of a pair it keeps. */
  | { kind: 'join'; pairs: readonly Pair[]; worker?: number }

export type JoinAnswer = {
  pairs: Pair[]
  /** What became of the attempts: `joined`, a refusal, or `error …`. */
  counts: Record<string, number>
}

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const task = JSON.parse(process.argv[2]) as JoinTask
  const { joinAll, prepare } = await import('#tests/customers/join_tasks')
  const answer = task.kind === 'prepare' ? await prepare(task) : await joinAll(task)
  await new Promise<void>((resolve, reject) => {
    process.send!(answer, (error: Error | null) => (error ? reject(error) : resolve()))
  })
})
await app.terminate()
process.disconnect()
