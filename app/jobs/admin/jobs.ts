import { resource, stateCell, type BadgeState, type Viewer } from '#core/admin'
import { runAgain } from '#app/jobs/actions/run_again'
import { jobKinds, jobName } from '#app/jobs/admin/job_name'
import { runFailed, runSchedule } from '#app/jobs/admin/list_actions'
import { Job, JOB_STATES } from '#app/jobs/models/job'

const STATES: Record<Job['state'], BadgeState> = {
  waiting: 'waiting',
  running: 'info',
  done: 'done',
  failed: 'problem',
  superseded: 'done',
}

/** Background work: what waits, what failed and why. Payloads may be personal and stay unseen. */
export const jobs = resource({
  id: 'jobs.jobs',
  model: Job,
  permission: { view: 'jobs.view', manage: null },
  icon: 'list-checks',
  count: {
    words: 'jobs.admin.jobs.failed',
    keep: (query) => void query.where('state', 'failed'),
  },
  label: nameOf,
  list: {
    columns: [
      { name: 'kind', value: nameOf, sort: true, strong: true },
      { name: 'state', value: stateOf, sort: true },
      { name: 'runAt', sort: true },
      { name: 'attempts', sort: true, align: 'end' },
      { name: 'finishedAt', sort: true },
    ],
    search: ['kind'],
    filters: [
      { name: 'kind', kind: 'choice', choices: jobKinds, label: jobName },
      { name: 'state', kind: 'choice', choices: JOB_STATES },
      { name: 'createdAt', kind: 'dates' },
    ],
    defaultSort: '-id',
    actions: [runFailed, runSchedule],
  },
  show: {
    columns: [
      { name: 'kind', value: nameWithKind },
      { name: 'state', value: stateOf },
      { name: 'createdAt' },
      { name: 'runAt' },
      { name: 'attempts' },
      { name: 'finishedAt' },
      { name: 'lastError' },
    ],
  },
  actions: [
    {
      id: 'run_again',
      permission: 'jobs.run',
      on: ['row', 'bulk', 'palette', 'command'],
      icon: 'rotate-ccw',
      when: ({ state }) => state === 'failed' || state === 'waiting',
      whyNot: ({ state }) => `jobs.admin.jobs.not_again.${state}`,
      async run({ record, viewer }) {
        const result = await runAgain(record, viewer.actor)
        return result.ok
          ? { ok: true, notice: 'jobs.admin.jobs.said.run_again' }
          : { ok: false, reason: `jobs.admin.jobs.said.${result.reason}` }
      },
    },
  ],
})

function nameOf({ kind }: Job, viewer: Viewer): string {
  return jobName(kind, viewer)
}

/** What the logs of the server call it stands below. */
function nameWithKind({ kind }: Job, viewer: Viewer) {
  const text = jobName(kind, viewer)
  return text === kind ? kind : { text, note: kind }
}

function stateOf({ state }: Job, viewer: Viewer) {
  return stateCell(STATES[state], viewer.t(`jobs.states.${state}`))
}
