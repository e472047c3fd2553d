import { ignitor } from '../../../bin/ignitor.js'

/** What became of the attempts: `ok`, a refusal, or `error …`. */
export type RaceAnswer = Record<string, number>

export type RaceTask =
  { kind: 'prepare'; patients: number } | { kind: 'move'; attempts: number; seed: number }

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const task = JSON.parse(process.argv[2]) as RaceTask & { worker: number }
  const { prepare, move } = await import('#plugins/patient-visits/tests/race_tasks')
  const answer = task.kind === 'prepare' ? await prepare(task) : await move(task)
  await new Promise<void>((resolve, reject) => {
    process.send!(answer, (error: Error | null) => (error ? reject(error) : resolve()))
  })
})
await app.terminate()
process.disconnect()
