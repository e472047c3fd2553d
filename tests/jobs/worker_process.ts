import { setTimeout as sleep } from 'node:timers/promises'
import { ignitor } from '../../bin/ignitor.js'

/**
 * A worker in a process of its own that knows the job `testing.count`, which notes each of its
 * runs in the table `testing_runs`. Says "ready" and ends on SIGTERM.
 */
const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { transaction } = await import('#core/platform')
  const { defineJob } = await import('#core/jobs')
  const { withModule } = await import('#tests/jobs/kit')
  const { Worker } = await import('#app/jobs/worker')
  const count = defineJob<{ n: number; ms?: number }>({
    id: 'testing.count',
    async handle({ n, ms = 0 }) {
      await sleep(ms)
      await transaction((trx) => trx.table('testing_runs').insert({ n, pid: process.pid }))
    },
  })
  withModule('testing', { jobs: [count] })
  const worker = new Worker()
  worker.start()
  app.terminating(() => worker.stop())
  process.stdout.write('ready\n')
})
