import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { Job } from '#core/jobs'
import { clock, randomId } from '#core/platform'
import { runByName } from '#app/admin/actions/run_by_name'
import { ActionRun } from '#app/admin/models/action_run'
import { AuditCheck } from '#app/audit/models/audit_check'
import { someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'

const JOBS = '/admin/jobs/jobs'
const CHAIN = '/admin/audit/chain'

async function failedJobs(count: number) {
  for (let i = 0; i < count; i++) {
    await Job.create({
      ...{ publicId: randomId(), kind: 'audit.purge', owner: 'audit', payload: {} },
      ...{ state: 'failed', attempts: 1, version: 1, runAt: clock.now(), createdAt: clock.now() },
    })
  }
}

test.group('Actions of lists and pages', (group) => {
  group.each.setup(() => freshDatabase())

  test('stand in the head of their page, for those who may', async ({ assert }) => {
    const manager = await atDesk('manager')
    const list = await manager.get(JOBS)
    assert.include(list.text, 'Run failed jobs again')
    assert.include(list.text, 'Run a schedule now')
    const desk = await atDesk('desk')
    for (const path of [`${JOBS}/actions/run-failed`, `${CHAIN}/verify`]) {
      assert.equal((await desk.get(path)).status, 403, path)
      const { _csrf } = (await desk.get('/admin')).form('/sign-out').fields
      assert.equal((await desk.post(path, { _csrf })).status, 403, path)
    }
  })

  test('say how many records they mean, and go on as a run, done once', async ({ assert }) => {
    const manager = await atDesk('manager')
    const path = `${JOBS}/actions/run-failed`
    const idle = await manager.get(path)
    assert.include(idle.text, 'There is nothing to do')
    assert.lengthOf(
      idle.forms().filter(({ action }) => action.includes('run-failed')),
      0
    )
    await failedJobs(3)
    const question = await manager.get(path)
    assert.include(question.text, '3 failed jobs will run again.')
    const sent = await manager.submit(question.form('run-failed'))
    assert.equal(sent.location, JOBS)
    assert.include((await manager.follow(sent)).text, 'done for 3 entries')
    assert.lengthOf(await Job.query().where('state', 'failed'), 0)
    await manager.submit(question.form('run-failed'))
    assert.lengthOf(await ActionRun.all(), 1, 'sent twice, it is one run')
  })

  test('ask for what they need, keep what was typed, and lead back', async ({ assert }) => {
    const manager = await atDesk('manager')
    const back = `${JOBS}?state=failed`
    const address = `${JOBS}/actions/run-schedule?back=${encodeURIComponent(back)}`
    const form = (await manager.get(address)).form('run-schedule')
    const refused = await manager.submit(form, { schedule: 'no.such' })
    assert.equal(refused.status, 422)
    const done = await manager.submit(refused.form('run-schedule'), { schedule: 'audit.purge' })
    assert.equal(done.location, back)
    assert.lengthOf(await Job.query().where('kind', 'audit.purge'), 1)
    const entry = await AuditEntry.query().where('action', 'jobs.scheduled').firstOrFail()
    assert.equal(entry.objectId, 'audit.purge')

    for (const elsewhere of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const page = await manager.get(`${JOBS}/actions/run-schedule?back=${elsewhere}`)
      assert.notInclude(page.text.replaceAll(/\?back=[^"]*|next" value="[^"]*/g, ''), 'evil')
      const sent = await manager.submit(page.form('run-schedule'), {
        ...{ schedule: 'audit.purge', back: elsewhere },
      })
      assert.equal(sent.location, JOBS, elsewhere)
    }
  })

  test('do one thing when sent twice at the same time', async ({ assert }) => {
    const manager = await atDesk('manager')
    const form = (await manager.get(CHAIN)).form('/chain/verify')
    const answers = await Promise.all([1, 2, 3, 4].map(() => manager.submit(form)))
    assert.deepEqual(
      answers.map(({ location }) => location),
      [CHAIN, CHAIN, CHAIN, CHAIN]
    )
    assert.lengthOf(await AuditCheck.all(), 1)
    await manager.submit((await manager.get(CHAIN)).form('/chain/verify'))
    assert.lengthOf(await AuditCheck.all(), 2, 'a new page is a new question')
  })

  test('are found in the search over the panel, for those who may', async ({ assert }) => {
    const found = async (role: string) =>
      (await (await atDesk(role)).get('/admin/search?q=schedule')).text
    assert.include(await found('manager'), `href="${JOBS}/actions/run-schedule"`)
    assert.notInclude(await found('desk'), 'run-schedule')
  })

  test('are run from the command line without a record', async ({ assert }) => {
    const { email } = await someStaff({ role: 'manager' })
    const schedule = { name: 'jobs.jobs.run_schedule', as: email, set: { schedule: 'web.sweep' } }
    assert.isTrue((await runByName(schedule)).ok)
    assert.lengthOf(await Job.query().where('kind', 'web.sweep'), 1)
    await failedJobs(2)
    assert.isTrue((await runByName({ name: 'jobs.jobs.run_failed', as: email, set: {} })).ok)
    assert.lengthOf(await Job.query().where('state', 'failed'), 0)
    const desk = await someStaff({ role: 'desk' })
    const refused = await runByName({ ...schedule, as: desk.email })
    assert.equal(refused.ok ? 'done' : refused.reason, 'forbidden')
  })
})
