import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { clock, errorRecord, randomId, retryingBusy } from '#core/platform'
import { claimJobs, LEASE_MS, renewLeases } from '#app/jobs/actions/claim_jobs'
import { runDueSchedules, type SeenSchedules } from '#app/jobs/actions/run_due_schedules'
import { runJob } from '#app/jobs/actions/run_job'
import { handlers } from '#app/jobs/queries/handlers'
import { wakeMe } from '#app/jobs/wake'

const POLL_MS = 500
/** Cron knows seconds, so a busy worker need not look at the schedules after each job. */
const SCHEDULES_MS = 1000
const CONCURRENCY = 4
const BEAT_MS = LEASE_MS / 3
const STOP_MS = 20_000

/**
 * Looks for due jobs after each enqueue of its own process and every half second for those of
 * others, runs up to four at a time, and keeps their leases while it lives.
 */
export class Worker {
  readonly id = `${process.pid}-${randomId()}`
  readonly #running = new Map<number, Promise<void>>()
  readonly #seen: SeenSchedules = new Map()
  #stopping = false
  #schedulesSeenAt = -SCHEDULES_MS
  #loop: Promise<void> | null = null
  #beat: NodeJS.Timeout | null = null
  #nudge: () => void = () => {}
  #nudged = false
  #forgetMe: () => void = () => {}

  start(): void {
    this.#forgetMe = wakeMe(this)
    this.#beat = setInterval(() => void this.#showLife(), BEAT_MS)
    this.#loop = this.#work()
    void this.#showLife()
  }

  wake(): void {
    this.#nudged = true
    this.#nudge()
  }

  /** Takes no more jobs and waits for those at hand, 20 seconds at most. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#forgetMe()
    this.wake()
    await this.#loop
    const patience = new AbortController()
    await Promise.race([
      Promise.all(this.#running.values()),
      sleep(STOP_MS, undefined, { signal: patience.signal }).catch(() => {}),
    ])
    patience.abort()
    if (this.#beat) clearInterval(this.#beat)
    await this.#signOff()
  }

  async #work(): Promise<void> {
    while (!this.#stopping) {
      let found = 0
      try {
        await this.#lookAtSchedules()
        found = await this.#takeJobs()
      } catch (error) {
        logger.error({ error: errorRecord(error) }, 'The worker could not look for jobs')
      }
      const mayBeMore = found > 0 && this.#running.size < CONCURRENCY
      if (!mayBeMore) await this.#pause()
    }
  }

  async #lookAtSchedules(): Promise<void> {
    const now = performance.now()
    if (now - this.#schedulesSeenAt < SCHEDULES_MS) return
    this.#schedulesSeenAt = now
    await runDueSchedules(this.#seen)
  }

  async #takeJobs(): Promise<number> {
    const free = CONCURRENCY - this.#running.size
    if (free === 0) return 0
    const runnable = await handlers()
    const claimed = await claimJobs(this.id, [...runnable.keys()], free)
    for (const job of claimed) {
      const run = runJob(job, runnable.get(job.kind)!).then(() => {
        this.#running.delete(job.id)
        this.wake()
      })
      this.#running.set(job.id, run)
    }
    return claimed.length
  }

  /** Until the next poll or nudge; a nudge that came while working is not lost. */
  async #pause(): Promise<void> {
    if (!this.#nudged) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL_MS)
        this.#nudge = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.#nudge = () => {}
    }
    this.#nudged = false
  }

  async #showLife(): Promise<void> {
    try {
      const now = clock.now()
      await renewLeases(this.id, [...this.#running.keys()])
      await retryingBusy(() =>
        db
          .insertQuery()
          .table('jobs_workers')
          .insert({ id: this.id, started_at: now, seen_at: now })
          .onConflict('id')
          .merge(['seen_at'])
      )
    } catch (error) {
      logger.error({ error: errorRecord(error) }, 'The worker could not renew its leases')
    }
  }

  async #signOff(): Promise<void> {
    try {
      await retryingBusy(() => db.from('jobs_workers').where('id', this.id).delete())
    } catch (error) {
      logger.error({ error: errorRecord(error) }, 'The worker could not sign off')
    }
  }
}
