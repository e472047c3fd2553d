import { enqueue } from '#core/jobs'
import { clock, hashToken, randomId, rows, transaction } from '#core/platform'
import type { Values, Viewer } from '#app/admin/definition'
import { ActionRun } from '#app/admin/models/action_run'
import { workThrough } from '#app/admin/actions/work_through'

/** So many records are done while the person waits; more become a job. */
const AT_ONCE = 50
/** Only a request that died leaves a small run for its job. */
const SAFETY_MS = 60_000

/** The job that goes on with a run. */
export const RUN_ACTION = 'admin.run_action'

/** By which the job of a run is found. */
export const jobKey = (runId: number) => `run ${runId}`

type Asked = { action: string; ids: number[]; values: Values; key: string; back: string }

/** Begins an action on many records, once a form: a second submit finds the run of the first. */
export async function startRun(asked: Asked, viewer: Viewer): Promise<ActionRun> {
  const isSmall = asked.ids.length <= AT_ONCE
  const key = hashToken(`${viewer.user.id} ${asked.action} ${asked.key}`)
  const isFirst = await transaction(async (trx) => {
    const [run] = await rows<{ id: number }>(trx, INSERT, rowOf(asked, key, viewer))
    if (!run) return false
    const runAt = clock.now() + (isSmall ? SAFETY_MS : 0)
    await enqueue(trx, { id: RUN_ACTION }, { run: run.id }, { runAt, dedupeKey: jobKey(run.id) })
    return true
  })
  const run = await ActionRun.findByOrFail('key', key)
  if (isFirst && isSmall) await workThrough(run.id)
  return run.refresh()
}

const INSERT = `insert into admin_action_runs
  (public_id, key, user_id, locale, action, ids, input, back, state, position, done, refused, created_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, 'running', 0, 0, '[]', ?)
  on conflict (key) do nothing returning id`

const rowOf = ({ action, ids, values, back }: Asked, key: string, { user, locale }: Viewer) => [
  randomId(),
  key,
  user.id,
  locale,
  action,
  JSON.stringify(ids),
  JSON.stringify(values),
  back,
  clock.now(),
]
