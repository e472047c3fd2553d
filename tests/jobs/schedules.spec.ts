import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/platform'
import { defineJob, defineSchedule, runDueJobs, runDueSchedules } from '#core/jobs'
import { noFailedJobs, workerIsAlive } from '#app/jobs/health'
import { purgeJobs } from '#app/jobs/actions/purge_jobs'
import { freshDatabase } from '#tests/kit/database'
import { withModule } from '#tests/jobs/kit'

const NOW = Date.parse('2027-01-18T09:02:00Z')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

test.group('Schedules', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clock.freeze(NOW))

  function everyFiveMinutes() {
    const runs: number[] = []
    const job = defineJob<object>({
      id: 'testing.tick',
      handle: async () => void runs.push(clock.now()),
    })
    const schedule = defineSchedule({ id: 'testing.tick', cron: '*/5 * * * *', job, payload: {} })
    return { runs, takeAway: withModule('testing', { jobs: [job], schedules: [schedule] }) }
  }

  const rowsOfTick = () => db.from('jobs_schedule_runs').where('schedule', 'testing.tick')

  test('two processes run a due time once', async ({ assert, cleanup }) => {
    const { runs, takeAway } = everyFiveMinutes()
    cleanup(takeAway)
    await runDueSchedules()
    await runDueSchedules()
    await runDueJobs()
    assert.deepEqual(runs, [NOW])
    assert.lengthOf(await rowsOfTick(), 1)
    clock.advance(5 * MINUTE)
    await runDueSchedules()
    await runDueJobs()
    assert.deepEqual(runs, [NOW, NOW + 5 * MINUTE])
  })

  test('times missed while nothing ran are made up for once', async ({ assert, cleanup }) => {
    const { runs, takeAway } = everyFiveMinutes()
    cleanup(takeAway)
    await runDueSchedules()
    await runDueJobs()
    clock.advance(3 * 60 * MINUTE)
    await runDueSchedules()
    await runDueJobs()
    assert.lengthOf(runs, 2)
  })

  test('the purge keeps the youngest run, recent jobs and failures', async ({ assert }) => {
    const job = (state: string, finishedAt: number) => ({
      public_id: `${state}${finishedAt}`.slice(0, 22),
      kind: 'testing.old',
      owner: 'testing',
      payload: '{}',
      state,
      run_at: 0,
      created_at: 0,
      finished_at: finishedAt,
    })
    const old = NOW - 4 * DAY
    await db
      .table('jobs_jobs')
      .multiInsert([job('done', old), job('done', NOW), job('failed', old)])
    await db.table('jobs_schedule_runs').multiInsert([
      { schedule: 'testing.monthly', run_at: NOW - 60 * DAY },
      { schedule: 'testing.monthly', run_at: NOW - 30 * DAY },
    ])
    await purgeJobs()
    const left = await db
      .from('jobs_jobs')
      .where('kind', 'testing.old')
      .orderBy('id')
      .select('state')
    assert.deepEqual(
      left.map((row) => row.state),
      ['done', 'failed']
    )
    const runs = await db
      .from('jobs_schedule_runs')
      .where('schedule', 'testing.monthly')
      .select('run_at')
    assert.deepEqual(
      runs.map((row) => Number(row.run_at)),
      [NOW - 30 * DAY]
    )
  })
})

test.group('Health of jobs', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clock.freeze(NOW))

  const insert = (state: string, runAt: number) =>
    db.table('jobs_jobs').insert({
      public_id: `${state}-${runAt}`.slice(0, 22),
      kind: 'testing.any',
      owner: 'testing',
      payload: '{}',
      state,
      run_at: runAt,
      created_at: NOW,
    })

  test('late work without a worker is a fault, with one it is not', async ({ assert }) => {
    assert.isTrue((await workerIsAlive.check()).ok)
    await insert('waiting', NOW - 6 * MINUTE)
    assert.isFalse((await workerIsAlive.check()).ok)
    await db.table('jobs_workers').insert({ id: 'w', started_at: NOW, seen_at: NOW - 30_000 })
    assert.isTrue((await workerIsAlive.check()).ok)
  })

  test('failed jobs are counted', async ({ assert }) => {
    assert.isTrue((await noFailedJobs.check()).ok)
    await insert('failed', NOW)
    assert.deepEqual(await noFailedJobs.check(), { ok: false, detail: '1 failed jobs' })
  })
})
