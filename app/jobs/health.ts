import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/platform'
import type { HealthCheck } from '#core/web'

const SILENT_MS = 60_000
const LATE_MS = 5 * 60_000

/** Somebody runs jobs: inside the server, or `jobs:work` beside it. */
export const workerIsAlive: HealthCheck = {
  id: 'jobs.worker',
  async check() {
    const now = clock.now()
    const alive = await db
      .from('jobs_workers')
      .where('seen_at', '>', now - SILENT_MS)
      .select('id')
      .first()
    if (alive) return { ok: true }
    // A server that has just been started may not have shown itself yet: only late work tells.
    const late = await db
      .from('jobs_jobs')
      .where('state', 'waiting')
      .where('run_at', '<', now - LATE_MS)
      .select('id')
      .first()
    return late
      ? { ok: false, detail: 'no worker for a minute, and jobs are waiting' }
      : { ok: true }
  },
}

export const noFailedJobs: HealthCheck = {
  id: 'jobs.failed',
  async check() {
    const [{ total }] = await db.from('jobs_jobs').where('state', 'failed').count('* as total')
    const failed = Number(total)
    return failed === 0 ? { ok: true } : { ok: false, detail: `${failed} failed jobs` }
  },
}
