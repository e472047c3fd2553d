import { ignitor } from '../../bin/ignitor.js'

export type QuotaTask = { kind: 'prepare' } | { kind: 'fill'; attempts: number; bytes: number }

/** What became of the attempts: `ok`, a refusal, or `error …`. */
export type QuotaAnswer = Record<string, number>

const AT_ONCE = 8

const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const task = JSON.parse(process.argv[2]) as QuotaTask
  const { fill, prepare } = await import('#tests/files/quota_tasks')
  const answer = task.kind === 'prepare' ? await prepare() : await fill(task, AT_ONCE)
  await new Promise<void>((resolve, reject) => {
    process.send!(answer, (error: Error | null) => (error ? reject(error) : resolve()))
  })
})
await app.terminate()
process.disconnect()
