import logger from '@adonisjs/core/services/logger'
import { User } from '#core/accounts'
import { publish } from '#core/live'
import { clock, errorRecord, isActive, writeRows } from '#core/platform'
import type { Action, AnyResource, Viewer } from '#app/admin/definition'
import { ActionRun, type Refused } from '#app/admin/models/action_run'
import { GONE, refusalOf } from '#app/admin/queries/action_preview'
import type { AnyRecord } from '#app/admin/queries/records'
import { CHUNK, recordsByIds } from '#app/admin/queries/selected_records'
import { resourceNamed } from '#app/admin/resource'
import { viewerFor } from '#app/admin/viewer'

/** Who watches need not hear of each record. */
const TELL_EVERY_MS = 400

type Work = { resource: AnyResource; action: Action; viewer: Viewer }

/**
 * Does what is left of a run. Every record is found through the person's scope as it is now and
 * asked whether it allows the action; progress is stored after each, so that another process can
 * go on where this one stopped.
 */
export async function workThrough(id: number): Promise<void> {
  let run = await ActionRun.findOrFail(id)
  while (!run.isOver && run.position < run.ids.length) {
    const mayGoOn = await workOn(run, run.ids.slice(run.position, run.position + CHUNK))
    if (!mayGoOn) return
    run = await run.refresh()
  }
  if (run.isOver) return
  await writeRows(
    `update admin_action_runs set state = 'done', finished_at = ? where id = ? returning id`,
    [clock.now(), id]
  )
  await publish(null, 'admin.run', { id: run.publicId })
}

/** False when another process has taken over. */
async function workOn(run: ActionRun, ids: readonly number[]): Promise<boolean> {
  const work = await workOf(run)
  const records = work ? await recordsByIds(work.resource, ids, work.viewer) : new Map()
  let toldAt = -TELL_EVERY_MS
  for (const id of ids) {
    const reason = work
      ? await attempt(work, records.get(id), run)
      : 'admin.actions.reasons.forbidden'
    if (!(await note(run, id, reason))) return false
    if (performance.now() - toldAt < TELL_EVERY_MS) continue
    toldAt = performance.now()
    await publish(null, 'admin.run', { id: run.publicId })
  }
  return true
}

/** Null when the person may not do this any more, or its plugin rests. */
async function workOf(run: ActionRun): Promise<Work | null> {
  const user = await User.query().where('id', run.userId).whereNull('disabledAt').first()
  const resource = resourceNamed(run.resourceId)
  const action = resource.actions.find(({ id }) => id === run.actionId)
  if (!user || !action || !(await isActive(resource.owner))) return null
  const viewer = await viewerFor(user, run.locale)
  const may = viewer.can(action.permission) && viewer.can(resource.permission.view)
  return may ? { resource, action, viewer } : null
}

/** The lang key of why nothing was done; null when it was. One failure does not stop the others. */
async function attempt(
  { resource, action, viewer }: Work,
  record: AnyRecord | undefined,
  { input, action: name }: ActionRun
): Promise<string | null> {
  const refusal = refusalOf(action, record)
  if (refusal !== null || !record) return refusal ?? GONE
  try {
    const result = await action.run({ record, values: input, viewer })
    return result.ok ? null : result.reason
  } catch (error) {
    const failed = { error: errorRecord(error), resource: resource.id, action: name }
    logger.error(failed, 'An action failed on one of many records')
    return 'admin.actions.reasons.failed'
  }
}

async function note(run: ActionRun, id: number, reason: string | null): Promise<boolean> {
  const refused: Refused[] = reason === null ? run.refused : [...run.refused, [id, reason]]
  const done = run.done + (reason === null ? 1 : 0)
  const stored = await writeRows(
    `update admin_action_runs set position = ?, done = ?, refused = ?
       where id = ? and position = ? returning id`,
    [run.position + 1, done, JSON.stringify(refused), run.id, run.position]
  )
  Object.assign(run, { position: run.position + 1, done, refused })
  return stored.length === 1
}
