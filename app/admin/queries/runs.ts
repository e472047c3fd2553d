import type { Viewer } from '#app/admin/definition'
import { ActionRun } from '#app/admin/models/action_run'
import { RunFile } from '#app/admin/models/run_file'
import { mayDo, recordActions, type RecordAction } from '#app/admin/queries/named_actions'

/** A run of whoever looks; nobody finds another person's. */
export function ownRun(id: unknown, { user }: Viewer): Promise<ActionRun> {
  const own = { publicId: String(id).slice(0, 22), userId: user.id }
  return ActionRun.query().where(own).firstOrFail()
}

/** What it does; null when this person may not do it any more, or its plugin rests. */
export function actionOfRun({ action: name }: ActionRun, viewer: Viewer): RecordAction | null {
  const named = recordActions().find((candidate) => candidate.name === name)
  if (!named || !mayDo(named, viewer)) return null
  return viewer.can(named.resource.permission.view) ? named : null
}

export async function countFiles({ id }: ActionRun): Promise<number> {
  const [{ count }]: { count: number }[] = await RunFile.query()
    .where('runId', id)
    .count('* as count')
    .pojo()
  return Number(count)
}
