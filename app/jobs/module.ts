import env from '#start/env'
import { defineModule, setEventDelivery } from '#core/platform'
import { admin } from '#app/jobs/admin/main'
import { deliverEvent } from '#app/jobs/actions/deliver_event'
import { noFailedJobs, workerIsAlive } from '#app/jobs/health'
import { Purge, purgeNightly } from '#app/jobs/jobs/purge'
import privacy from '#app/jobs/privacy'
import { Worker } from '#app/jobs/worker'

let worker: Worker | null = null

export default defineModule({
  id: 'jobs',
  admin,
  permissions: [
    { id: 'jobs.view', roles: ['owner', 'manager'] },
    { id: 'jobs.run', roles: ['owner', 'manager'] },
  ],
  jobs: [Purge],
  schedules: [purgeNightly],
  privacy,
  health: [workerIsAlive, noFailedJobs],
  boot: () => setEventDelivery(deliverEvent),
  /** The server runs jobs itself; WORKER=off leaves them to `node ace jobs:work`. */
  ready() {
    if (!env.WORKER) return
    worker = new Worker()
    worker.start()
  },
  async terminating() {
    await worker?.stop()
    worker = null
  },
})
