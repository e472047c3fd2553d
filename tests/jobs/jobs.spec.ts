import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, defineEvent, emit, listen, SYSTEM, transaction } from '#core/platform'
import { defineJob, enqueue, Job, runAgain, runDueJobs } from '#core/jobs'
import { freshDatabase } from '#tests/kit/database'
import { withDisabledPlugin, withModule } from '#tests/jobs/kit'

const NOW = Date.parse('2027-01-18T09:00:00Z')
const MINUTE = 60_000

/** A job that remembers what it was given and fails while `failing`. */
function recordingJob(id: string) {
  const seen: number[] = []
  const abandoned: string[] = []
  const state = { failing: false }
  const job = defineJob<{ n: number }>({
    id,
    async handle({ n }) {
      seen.push(n)
      if (state.failing) throw new Error('no answer from anna@example.org')
    },
    abandoned: async (_, reason) => void abandoned.push(reason),
  })
  return { job, seen, abandoned, state }
}

test.group('Jobs', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clock.freeze(NOW))

  test('a job runs when its transaction commits, with its payload', async ({ assert, cleanup }) => {
    const { job, seen } = recordingJob('testing.count')
    cleanup(withModule('testing', { jobs: [job] }))
    await transaction((trx) => enqueue(trx, job, { n: 7 }))
    assert.deepEqual(await runDueJobs(), { done: 1, retried: 0, failed: 0, lost: 0 })
    assert.deepEqual(seen, [7])
    const row = await Job.query().where('kind', 'testing.count').firstOrFail()
    assert.equal(row.state, 'done')
    assert.equal(row.owner, 'testing')
    assert.equal(row.finishedAt, NOW)
  })

  test('nothing runs when the transaction rolls back', async ({ assert, cleanup }) => {
    const { job, seen } = recordingJob('testing.count')
    cleanup(withModule('testing', { jobs: [job] }))
    await assert.rejects(() =>
      transaction(async (trx) => {
        await enqueue(trx, job, { n: 7 })
        throw new Error('refused')
      })
    )
    await runDueJobs()
    assert.deepEqual(seen, [])
  })

  test('a job waits for its time', async ({ assert, cleanup }) => {
    const { job, seen } = recordingJob('testing.count')
    cleanup(withModule('testing', { jobs: [job] }))
    await transaction((trx) => enqueue(trx, job, { n: 1 }, { runAt: NOW + 10 * MINUTE }))
    clock.advance(10 * MINUTE - 1)
    await runDueJobs()
    assert.deepEqual(seen, [])
    clock.advance(1)
    await runDueJobs()
    assert.deepEqual(seen, [1])
  })

  test('one job waits under a key, at the earlier time; a later one may follow', async ({
    assert,
    cleanup,
  }) => {
    const { job, seen } = recordingJob('testing.count')
    cleanup(withModule('testing', { jobs: [job] }))
    const at = (n: number, runAt: number) =>
      transaction((trx) => enqueue(trx, job, { n }, { runAt, dedupeKey: 'one' }))
    await at(1, NOW + 2 * MINUTE)
    await at(2, NOW + MINUTE)
    await at(3, NOW + 3 * MINUTE)
    clock.advance(MINUTE)
    await runDueJobs()
    assert.deepEqual(seen, [1])
    await at(4, NOW)
    await runDueJobs()
    assert.deepEqual(seen, [1, 4])
  })

  test('a failure is tried again later and told without addresses', async ({ assert, cleanup }) => {
    const { job, seen, state } = recordingJob('testing.count')
    cleanup(withModule('testing', { jobs: [job] }))
    state.failing = true
    await transaction((trx) => enqueue(trx, job, { n: 1 }))
    assert.equal((await runDueJobs()).retried, 1)
    const row = await Job.query().where('kind', 'testing.count').firstOrFail()
    assert.equal(row.state, 'waiting')
    assert.equal(row.runAt, NOW + MINUTE)
    assert.equal(row.attempts, 1)
    assert.equal(row.lastError, 'no answer from [address]')
    state.failing = false
    clock.advance(MINUTE)
    assert.equal((await runDueJobs()).done, 1)
    assert.deepEqual(seen, [1, 1])
  })

  test('after two days it has failed, and staff can run it again', async ({ assert, cleanup }) => {
    const { job, abandoned, state } = recordingJob('testing.count')
    cleanup(withModule('testing', { jobs: [job] }))
    state.failing = true
    await transaction((trx) => enqueue(trx, job, { n: 1 }))
    for (let hour = 0; hour <= 48; hour++) {
      await runDueJobs()
      for (let step = 0; step < 4; step++) {
        clock.advance(15 * MINUTE)
        await runDueJobs()
      }
    }
    const row = await Job.query().where('kind', 'testing.count').firstOrFail()
    assert.equal(row.state, 'failed')
    assert.equal(row.attempts, 16)
    assert.deepEqual(abandoned, ['no answer from [address]'])

    state.failing = false
    assert.deepEqual(await runAgain(row, SYSTEM), { ok: true })
    assert.deepEqual(await runAgain(row, SYSTEM), { ok: false, reason: 'not_runnable' })
    assert.equal((await runDueJobs()).done, 1)
    const entry = await db.from('audit_entries').where('action', 'jobs.run_again').first()
    assert.equal(entry.object_id, String(row.id))
  })

  test('a retry gives way to a younger job with its key', async ({ assert, cleanup }) => {
    const seen: number[] = []
    const job = defineJob<{ n: number }>({
      id: 'testing.refresh',
      async handle({ n }) {
        seen.push(n)
        if (n > 1) return
        await transaction((trx) => enqueue(trx, job, { n: 2 }, { dedupeKey: 'page' }))
        throw new Error('the page changed meanwhile')
      },
    })
    cleanup(withModule('testing', { jobs: [job] }))
    await transaction((trx) => enqueue(trx, job, { n: 1 }, { dedupeKey: 'page' }))
    await runDueJobs()
    assert.deepEqual(seen, [1, 2])
    const states = await Job.query().where('kind', 'testing.refresh').orderBy('id')
    assert.deepEqual(
      states.map((row) => row.state),
      ['superseded', 'done']
    )
  })

  test('jobs of a disabled plugin rest', async ({ assert, cleanup }) => {
    const { job, seen } = recordingJob('resting.count')
    cleanup(withDisabledPlugin('resting', { jobs: [job] }))
    await transaction((trx) => enqueue(trx, job, { n: 1 }))
    await runDueJobs()
    assert.deepEqual(seen, [])
    await db
      .table('platform_plugins')
      .insert({ id: 'resting', version: '0', enabled: true, changed_at: NOW })
    clock.advance(1000)
    await runDueJobs()
    assert.deepEqual(seen, [1])
  })

  test('a job that dies with its worker is taken over when the lease ends', async ({
    assert,
    cleanup,
  }) => {
    const { job, seen } = recordingJob('testing.count')
    cleanup(withModule('testing', { jobs: [job] }))
    await transaction((trx) => enqueue(trx, job, { n: 1 }))
    await db
      .from('jobs_jobs')
      .where('kind', 'testing.count')
      .update({ state: 'running', attempts: 1, claimed_by: 'dead', claimed_until: NOW + 30_000 })
    await runDueJobs()
    assert.deepEqual(seen, [])
    clock.advance(30_001)
    await runDueJobs()
    assert.deepEqual(seen, [1])
  })
})

test.group('Events', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clock.freeze(NOW))

  test('each listener gets an event as a job of its own', async ({ assert, cleanup }) => {
    const BookingPlaced = defineEvent<{ bookingId: number }>('testing.booking_placed')
    const heard: string[] = []
    const failing = listen(BookingPlaced, 'testing.fail', async () => {
      throw new Error('not now')
    })
    const working = listen(BookingPlaced, 'testing.note', async ({ bookingId }) => {
      heard.push(`note ${bookingId}`)
    })
    cleanup(withModule('testing', { listens: [failing, working] }))
    await transaction((trx) => emit(trx, BookingPlaced, { bookingId: 12 }))
    const { done, retried } = await runDueJobs()
    assert.deepEqual({ done, retried }, { done: 1, retried: 1 })
    assert.deepEqual(heard, ['note 12'])
  })

  test('a listener of a disabled plugin hears it once enabled', async ({ assert, cleanup }) => {
    const BookingPlaced = defineEvent<{ bookingId: number }>('testing.booking_placed')
    const heard: number[] = []
    const late = listen(BookingPlaced, 'resting.note', async ({ bookingId }) => {
      heard.push(bookingId)
    })
    cleanup(withDisabledPlugin('resting', { listens: [late] }))
    await transaction((trx) => emit(trx, BookingPlaced, { bookingId: 12 }))
    await runDueJobs()
    assert.deepEqual(heard, [])
    await db
      .table('platform_plugins')
      .insert({ id: 'resting', version: '0', enabled: true, changed_at: 1 })
    clock.advance(1000)
    await runDueJobs()
    assert.deepEqual(heard, [12])
  })
})
