import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import { AuditEntry } from '#core/audit'
import { User } from '#core/accounts'
import { enqueue, Job, runDueJobs } from '#core/jobs'
import { transaction } from '#core/platform'
import { runByName } from '#app/admin/actions/run_by_name'
import { RUN_ACTION } from '#app/admin/actions/start_run'
import type { ActionRun } from '#app/admin/models/action_run'
import { tellProgress, tellResult } from '#app/admin/tell_result'
import { namedActions } from '#app/admin/queries/named_actions'
import { someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { aLocation, aResource } from '#tests/scheduling/planner'
import { setLocationsOf } from '#app/accounts/admin/user_locations'

async function aFailedJob() {
  await transaction((trx) => enqueue(trx, { id: 'testing.work' }, {}))
  await Job.query().update({ state: 'failed' })
  return Job.firstOrFail()
}

const RUN_AGAIN = 'jobs.jobs.run_again'

test.group('Actions from the command line', (group) => {
  group.each.setup(() => freshDatabase())

  test('are done in the name of a person, with a line in the trail', async ({ assert }) => {
    const job = await aFailedJob()
    const manager = await someStaff({ role: 'manager' })
    const asked = {
      name: RUN_AGAIN,
      ids: [String(job.id)],
      as: manager.email.toUpperCase(),
      set: {},
    }
    const ran = await runByName(asked)
    assert.isTrue(ran.ok)
    assert.equal((await job.refresh()).state, 'waiting')
    const entry = await AuditEntry.query().where('action', 'jobs.run_again').firstOrFail()
    assert.equal(entry.actorId, manager.id)
  })

  test('are refused as the panel refuses them', async ({ assert }) => {
    const job = await aFailedJob()
    const desk = await someStaff({ role: 'desk' })
    const manager = await someStaff({ role: 'manager' })
    const shut = await someStaff({ role: 'manager' })
    await User.query().where('id', shut.id).update({ disabledAt: 1 })
    const reasonOf = async (change: object) => {
      const asked = {
        name: RUN_AGAIN,
        ids: [String(job.id)],
        as: manager.email,
        set: {},
        ...change,
      }
      const ran = await runByName(asked)
      return ran.ok ? 'done' : ran.reason
    }
    assert.equal(await reasonOf({ name: 'jobs.jobs.explode' }), 'unknown_action')
    assert.equal(await reasonOf({ as: 'nobody@example.org' }), 'unknown_person')
    assert.equal(await reasonOf({ as: shut.email }), 'unknown_person')
    assert.equal(await reasonOf({ as: desk.email }), 'forbidden')
    for (const id of ['0', '99999999999', '-1', 'x']) {
      assert.equal(await reasonOf({ ids: [id] }), 'unknown_record', id)
    }
    await job.merge({ state: 'done' }).save()
    assert.equal(await reasonOf({}), 'refused')
  })

  test('check the form, and find nothing of other locations', async ({ assert }) => {
    const owner = await someStaff({ role: 'owner' })
    const other = await someStaff({ role: 'desk' })
    const role = { name: 'accounts.staff.assign_role', ids: [String(other.id)], as: owner.email }
    const wrong = await runByName({ ...role, set: { role: 'king' } })
    assert.equal(wrong.ok ? 'done' : wrong.reason, 'invalid')
    await runByName({ ...role, set: { role: 'manager' } })
    assert.equal((await User.findOrFail(other.id)).role, 'manager')

    const [here, there] = [await aLocation({ name: 'Here' }), await aLocation({ name: 'There' })]
    const foreign = await aResource(there, { name: 'Foreign' })
    const limited = await someStaff({ role: 'manager' })
    await setLocationsOf(limited.id, [here.id])
    const remove = { name: 'scheduling.resources.remove', ids: [String(foreign.id)], set: {} }
    const ran = await runByName({ ...remove, as: limited.email })
    assert.equal(ran.ok ? 'done' : ran.reason, 'unknown_record')
  })

  test('are done with many where they are with ticked rows, each told apart', async ({
    assert,
  }) => {
    for (let i = 0; i < 2; i++) await aFailedJob()
    const [first, second] = await Job.query().orderBy('id')
    await second.merge({ state: 'done' }).save()
    const manager = await someStaff({ role: 'manager', locale: 'en' })
    const again = { name: RUN_AGAIN, as: manager.email, set: {} }
    const ran = await runByName({ ...again, ids: [String(first.id), String(second.id)] })
    assert.isTrue(ran.ok)
    if (!ran.ok) return
    assert.deepEqual(await tellResult(ran.came, ran.viewer), {
      ok: true,
      said: 'Run again: done for 1 entry.',
      details: [`${second.id}: It has been done.`],
      download: null,
    })
    assert.equal((await first.refresh()).state, 'waiting')

    await first.merge({ state: 'done' }).save()
    const none = await runByName({ ...again, ids: [String(first.id), String(second.id)] })
    assert.deepInclude(none, { ok: false, reason: 'refused' })
    const wrong = await runByName({ ...again, ids: [String(first.id), 'x'] })
    assert.deepInclude(wrong, { ok: false, reason: 'unknown_record' })
    const role = { name: 'accounts.staff.assign_role', ids: ['1', '2'], set: { role: 'desk' } }
    const owner = await someStaff({ role: 'owner' })
    const single = await runByName({ ...role, as: owner.email })
    assert.deepInclude(single, { ok: false, reason: 'one_at_a_time' })
  })

  /** An action on sixty jobs and its person. */
  async function onSixty() {
    for (let i = 0; i < 60; i++) await aFailedJob()
    const { email } = await someStaff({ role: 'manager', locale: 'en' })
    const jobs = await Job.query().orderBy('id')
    return { name: RUN_AGAIN, as: email, set: {}, ids: jobs.map(({ id }) => String(id)) }
  }

  test('on more than fifty are done before the command ends, without a worker', async ({
    assert,
  }) => {
    const asked = await onSixty()
    const told: string[] = []
    const watch = (run: ActionRun, viewer: Parameters<typeof tellProgress>[1]) =>
      void told.push(tellProgress(run, viewer))
    const ran = await runByName({ ...asked, watch })
    if (!ran.ok) return assert.fail(ran.reason)
    const { ok, said } = await tellResult(ran.came, ran.viewer)
    assert.deepEqual([ok, said], [true, 'Run again: done for 60 entries.'])
    assert.match(told[0], /^0 of 60 entries \(\/admin\/runs\/[\w-]{22}\)$/)
    assert.equal(told.at(-1), '60 of 60 entries')
    assert.deepEqual(
      (await Job.query().where('kind', RUN_ACTION)).map(({ state }) => state),
      ['done']
    )
    assert.lengthOf(await AuditEntry.query().where('action', 'jobs.run_again'), 60)
  })

  test('that a worker has taken are waited for, and done once', async ({ assert }) => {
    const asked = await onSixty()
    const worker: Promise<unknown>[] = []
    const watch = ({ position }: ActionRun) => {
      if (position === 0) worker.push(runDueJobs())
    }
    const ran = await runByName({ ...asked, watch })
    await Promise.all(worker)
    assert.isTrue(ran.ok)
    assert.lengthOf(await AuditEntry.query().where('action', 'jobs.run_again'), 60)
  })

  test('that stopped half-way are said to have', async ({ assert }) => {
    const asked = await onSixty()
    const ran = await runByName(asked)
    if (!ran.ok) return assert.fail(ran.reason)
    if (!('run' in ran.came)) return assert.fail('it is a run')
    ran.came.run.merge({ state: 'failed', position: 12 })
    const { ok, said } = await tellResult(ran.came, ran.viewer)
    assert.deepEqual([ok, said], [false, 'The work has stopped: 12 of 60 entries'])
  })

  test('are listed and run by their command', async ({ assert, cleanup }) => {
    ace.ui.switchMode('raw')
    cleanup(() => void ace.ui.switchMode('normal'))
    const job = await aFailedJob()
    const { email } = await someStaff({ role: 'manager' })
    assert.equal((await ace.exec('action:list', [])).exitCode, 0)
    const incomplete = await ace.exec('action:run', [RUN_AGAIN, `--as=${email}`])
    assert.equal(incomplete.exitCode, 1)
    const ran = await ace.exec('action:run', [RUN_AGAIN, `--id=${job.id}`, `--as=${email}`])
    assert.equal(ran.exitCode, 0)
    assert.equal((await job.refresh()).state, 'waiting')
    const again = await ace.exec('action:run', ['x.y.z', `--id=${job.id}`, `--as=${email}`])
    assert.equal(again.exitCode, 1)
  })

  test('have names of their own', ({ assert }) => {
    const names = namedActions().map(({ name }) => name)
    assert.include(names, 'booking.appointments.cancel')
    assert.lengthOf(new Set(names), names.length)
  })
})
