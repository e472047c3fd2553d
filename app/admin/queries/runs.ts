import { isActive } from '#core/platform'
import type { Action, AnyResource, Viewer } from '#app/admin/definition'
import { ActionRun } from '#app/admin/models/action_run'
import { RunFile } from '#app/admin/models/run_file'
import { resourceNamed } from '#app/admin/resource'

export type WorkOfRun = { resource: AnyResource; action: Action }

/** A run of whoever looks; nobody finds another person's. */
export function ownRun(id: unknown, { user }: Viewer): Promise<ActionRun> {
  const own = { publicId: String(id).slice(0, 22), userId: user.id }
  return ActionRun.query().where(own).firstOrFail()
}

/** What it does; null when this person may not do it any more, or its plugin rests. */
export async function actionOfRun(
  { resourceId, actionId }: ActionRun,
  viewer: Viewer
): Promise<WorkOfRun | null> {
  const resource = resourceNamed(resourceId)
  const action = resource.actions.find(({ id }) => id === actionId)
  if (!action || !(await isActive(resource.owner))) return null
  const may = viewer.can(action.permission) && viewer.can(resource.permission.view)
  return may ? { resource, action } : null
}

export async function countFiles({ id }: ActionRun): Promise<number> {
  const [{ count }]: { count: number }[] = await RunFile.query()
    .where('runId', id)
    .count('* as count')
    .pojo()
  return Number(count)
}
