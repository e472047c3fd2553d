import { test } from '@japa/runner'
import { defineJob, enqueue, Job, runDueJobs, runJobHere } from '#core/jobs'
import { clock, transaction } from '#core/platform'
import { freshDatabase } from '#tests/kit/database'
import { withModule } from '#tests/jobs/kit'

const MINUTE = 60_000

test.group('A job that a command runs itself', (group) => {
  const seen: number[] = []
  const job = defineJob<{ n: number }>({
    id: 'testing.here',
    async handle({ n }) {
      if (n === 0) throw new Error('not today')
      seen.push(n)
    },
  })
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clock.freeze(Date.parse('2027-01-18T09:00:00Z')))
  group.each.setup(() => withModule('testing', { jobs: [job] }))
  group.each.setup(() => void seen.splice(0))

  const queued = (n: number, runAt?: number) =>
    transaction((trx) => enqueue(trx, job, { n }, { dedupeKey: `key ${n}`, runAt }))

  test('is the one under its key, and no other', async ({ assert }) => {
    for (const n of [1, 2]) await queued(n)
    assert.equal(await runJobHere(job, 'key 2'), 'done')
    assert.deepEqual(seen, [2])
    assert.isNull(await runJobHere(job, 'key 2'), 'it is done')
    assert.isNull(await runJobHere(job, 'key'), 'there is none')
    await runDueJobs()
    assert.deepEqual(seen, [2, 1])
  })

  test('is left to the worker that has it, as long as that one lives', async ({ assert }) => {
    await queued(1)
    const claimed = { state: 'running', claimedBy: 'worker', claimedUntil: clock.now() + MINUTE }
    await Job.query().update(claimed)
    assert.isNull(await runJobHere(job, 'key 1'))
    clock.advance(MINUTE + 1)
    assert.equal(await runJobHere(job, 'key 1'), 'done')
  })

  test('waits for its time, and for that of its next attempt', async ({ assert }) => {
    await queued(1, clock.now() + MINUTE)
    assert.isNull(await runJobHere(job, 'key 1'))
    await queued(0)
    assert.equal(await runJobHere(job, 'key 0'), 'retried')
    assert.isNull(await runJobHere(job, 'key 0'))
    clock.advance(MINUTE)
    assert.equal(await runJobHere(job, 'key 0'), 'retried')
    assert.equal(await runJobHere(job, 'key 1'), 'done')
  })
})
