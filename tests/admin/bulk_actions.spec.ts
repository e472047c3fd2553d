import { test } from '@japa/runner'
import { User } from '#core/accounts'
import { AuditEntry } from '#core/audit'
import { enqueue, Job, runDueJobs } from '#core/jobs'
import { transaction } from '#core/platform'
import { ActionRun } from '#app/admin/models/action_run'
import { workThrough } from '#app/admin/actions/work_through'
import { atDesk, isClean, statements } from '#tests/admin/desk'
import { standStill } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'

const JOBS = '/admin/jobs/jobs'
const ASK = `${JOBS}/bulk/run-again`

/** Jobs that have failed, as nobody's worker takes them. */
async function failedJobs(count: number): Promise<Job[]> {
  for (let i = 0; i < count; i++) {
    await transaction((trx) => enqueue(trx, { id: `testing.work${i}` }, {}))
  }
  await Job.query().update({ state: 'failed' })
  return Job.query().orderBy('id')
}

const chosen = (jobs: { id: number }[]) => jobs.map(({ id }) => `ids[]=${id}`).join('&')

async function confirm(desk: HttpClient, query: string) {
  const page = await desk.get(`${ASK}?${query}`)
  return desk.submit(page.form('/bulk/run-again'))
}

const statesOf = async () => (await Job.query().orderBy('id')).map(({ state }) => state)

test.group('Actions on many records', (group) => {
  group.each.setup(() => freshDatabase())

  test('the list offers them to those who may, with a box a row', async ({ assert }) => {
    await failedJobs(2)
    const list = await (await atDesk('manager')).get(`${JOBS}?state=failed`)
    assert.lengthOf(list.text.match(/name="ids\[\]"/g) ?? [], 2)
    assert.include(list.text, `formaction="${ASK}"`)
    assert.include(list.text, 'All on every page (2 entries)')
  })

  test('the question says what will be done, what not and why', async ({ assert }) => {
    const jobs = await failedJobs(4)
    await jobs[3].merge({ state: 'done' }).save()
    const desk = await atDesk('manager')
    const page = await desk.get(`${ASK}?${chosen(jobs)}&ids[]=999999`)
    assert.include(page.text, '3 jobs will run again.')
    assert.match(page.text, /1 entry does not allow it: <span[^>]*>It has been done\./)
    assert.match(page.text, /1 entry does not allow it: <span[^>]*>It is not there any more\./)

    const answer = await desk.submit(page.form('/bulk/run-again'))
    assert.deepEqual(await statesOf(), ['waiting', 'waiting', 'waiting', 'done', 'waiting'])
    const told = await desk.follow(answer)
    assert.include(told.text, 'done for 3 entries')
    assert.include(told.text, '2 entries were left as they were.')
    assert.include(told.text, 'testing.work3')
    const trail = await AuditEntry.query().where('action', 'jobs.run_again')
    assert.lengthOf(trail, 3)
  })

  test('when all allow it the person is back in the list, as it was', async ({ assert }) => {
    const jobs = await failedJobs(2)
    const desk = await atDesk('manager')
    const answer = await confirm(desk, `state=failed&${chosen(jobs)}`)
    assert.equal(answer.location, `${JOBS}?state=failed`)
    assert.include((await desk.follow(answer)).text, 'Run again: done for 2 entries.')
  })

  test('a form sent twice does it once', async ({ assert }) => {
    const jobs = await failedJobs(2)
    const desk = await atDesk('manager')
    const form = (await desk.get(`${ASK}?${chosen(jobs)}`)).form('/bulk/run-again')
    const answers = [await desk.submit(form), await desk.submit(form)]
    assert.deepEqual(
      answers.map(({ location }) => location),
      [JOBS, JOBS]
    )
    assert.lengthOf(await ActionRun.all(), 1)
    assert.lengthOf(await AuditEntry.query().where('action', 'jobs.run_again'), 2)
  })

  test('"all" is found again by the filters, and more than agreed to is asked again', async ({
    assert,
  }) => {
    const jobs = await failedJobs(5)
    await jobs[0].merge({ state: 'done' }).save()
    const desk = await atDesk('manager')
    const page = await desk.get(`${ASK}?all=yes&state=failed`)
    assert.include(page.text, '4 jobs will run again.')
    await jobs[0].merge({ state: 'failed' }).save()
    const again = await desk.submit(page.form('/bulk/run-again'))
    assert.equal(again.status, 422)
    assert.include(again.text, 'More entries match now')
    await desk.submit(again.form('/bulk/run-again'))
    assert.notInclude(await statesOf(), 'failed')
  })

  test('many become a job that says how far it is, for its own person', async ({ assert }) => {
    await failedJobs(60)
    const desk = await atDesk('manager')
    const answer = await confirm(desk, 'all=yes&state=failed')
    const waiting = await desk.follow(answer)
    assert.include(waiting.text, '0 of 60 entries')
    assert.match(waiting.text, /data-channel="admin.run\?id=[\w-]{22}"/)
    assert.equal((await (await atDesk('owner')).get(answer.location!)).status, 404)

    await runDueJobs()
    const done = await desk.get(answer.location!)
    assert.include(done.text, 'Run again: done for 60 entries.')
    assert.notInclude(done.text, 'data-channel')
  })

  test('work that was cut off goes on where it stopped', async ({ assert }) => {
    const jobs = await failedJobs(60)
    const desk = await atDesk('manager')
    await confirm(desk, 'all=yes&state=failed')
    const run = await ActionRun.firstOrFail()
    await ActionRun.query().update({ position: 58, done: 58 })
    await workThrough(run.id)
    assert.deepInclude((await run.refresh()).serialize(), { state: 'done', done: 60, refused: [] })
    const waiting = await Job.query()
      .where('state', 'waiting')
      .whereLike('kind', 'testing.%')
      .orderBy('id')
    assert.deepEqual(
      waiting.map(({ id }) => id),
      jobs.slice(0, 2).map(({ id }) => id),
      'the list begins with the newest'
    )
  })

  test('who lost the right meanwhile does nothing more', async ({ assert }) => {
    await failedJobs(60)
    const desk = await atDesk('manager')
    await confirm(desk, 'all=yes&state=failed')
    await User.query().update({ role: 'desk' })
    await runDueJobs()
    const run = await ActionRun.firstOrFail()
    assert.deepInclude(run.serialize(), { state: 'done', done: 0 })
    assert.deepEqual(run.refused[0][1], 'admin.actions.reasons.forbidden')
    assert.lengthOf(run.refused, 60)
  })

  test('hostile selections are none', async ({ assert }) => {
    await failedJobs(1)
    const desk = await atDesk('manager')
    for (const query of ['', 'ids=', 'ids[]=x', 'ids[a][b]=1', 'ids=9999999999,-1,1.5']) {
      const page = await desk.get(`${ASK}?${query}`)
      assert.equal(page.status, 200, query)
      assert.include(page.text, 'No entry is selected', query)
      assert.isTrue(isClean(page), query)
    }
    assert.equal((await desk.get('/admin/runs/' + 'x'.repeat(5000))).status, 404)
  })

  test('the question costs the same for three rows and for fifty', async ({ assert, cleanup }) => {
    standStill(cleanup)
    const jobs = await failedJobs(50)
    const desk = await atDesk('manager')
    const cost = (count: number) =>
      statements(() => desk.get(`${ASK}?${chosen(jobs.slice(0, count))}`))
    await cost(1)
    const few = await cost(3)
    assert.equal(await cost(50), few)
  })
})
