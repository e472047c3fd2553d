import db from '@adonisjs/lucid/services/db'
import type { PageAction } from '#core/admin'
import { allContributions, isActive, rows, transaction } from '#core/platform'
import { audit } from '#core/audit'
import { enqueue } from '#app/jobs/actions/enqueue'
import { jobName } from '#app/jobs/admin/job_name'
import { ownerOf } from '#app/jobs/definitions'

/** More would keep the worker from everything else; the action is there again afterwards. */
const MOST = 1000

const failedIds = () =>
  rows<{ id: number }>(
    db.connection(),
    `select id from jobs_jobs where state = 'failed' order by id limit ${MOST}`
  )

/** After a fault is mended, everything that it stopped. */
export const runFailed: PageAction = {
  id: 'run_failed',
  permission: 'jobs.run',
  icon: 'rotate-ccw',
  count: async () => (await failedIds()).length,
  async run() {
    const ids = (await failedIds()).map(({ id }) => Number(id))
    const many = { action: 'jobs.jobs.run_again', ids }
    return { ok: true, notice: 'jobs.admin.jobs.said.run_again', many }
  },
}

const schedules = () => allContributions('schedules').flatMap(({ value }) => value)

/** What else would wait for its hour, e.g. after a restore. */
export const runSchedule: PageAction = {
  id: 'run_schedule',
  permission: 'jobs.run',
  icon: 'play',
  form: [
    {
      name: 'schedule',
      kind: 'choice',
      choices: (viewer) =>
        schedules()
          .filter(({ id }) => viewer.isActive(ownerOf(id)))
          .map(({ id }) => ({ value: id, label: jobName(id, viewer) })),
      required: true,
    },
  ],
  async run({ values, viewer: { actor } }) {
    const schedule = schedules().find(({ id }) => id === values.schedule)
    if (!schedule || !(await isActive(ownerOf(schedule.id)))) {
      return { ok: false, reason: 'jobs.admin.jobs.said.no_schedule' }
    }
    const { id, job, payload } = schedule
    await transaction(async (trx) => {
      await enqueue(trx, job, payload as never, { dedupeKey: `schedule:${id}` })
      await audit(trx, { actor, action: 'jobs.scheduled', object: 'jobs.schedule', objectId: id })
    })
    return { ok: true, notice: 'jobs.admin.jobs.said.scheduled' }
  },
}
