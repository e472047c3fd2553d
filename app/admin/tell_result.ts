import { urlFor } from '#core/platform'
import type { Came } from '#app/admin/actions/run_by_name'
import type { Viewer } from '#app/admin/definition'
import type { ActionRun } from '#app/admin/models/action_run'
import { progressOf, saidOf } from '#app/admin/presenters/run'
import { actionOfRun } from '#app/admin/queries/runs'
import { runDownload } from '#app/admin/run_download'
import type { SentDownload } from '#app/admin/sent_download'

/** How far a run is; at its beginning also on which page that stands, should the command be ended. */
export function tellProgress(run: ActionRun, viewer: Viewer): string {
  const progress = progressOf(run, viewer)
  if (run.position > 0) return progress
  return `${progress} (${urlFor('admin.runs.show', { id: run.publicId })})`
}

type Told = {
  /** Not so when a run stopped half-way. */
  ok: boolean
  said: string
  details: string[]
  download: SentDownload | null
}

/** What came of an action, for the command line: the same sentences, and at most one file. */
export async function tellResult(came: Came, viewer: Viewer): Promise<Told> {
  if ('run' in came) return tellRun(came.run, viewer)
  const { notice, values, download = null } = came.result
  return { ok: true, said: viewer.t(notice, values), details: [], download }
}

async function tellRun(run: ActionRun, viewer: Viewer): Promise<Told> {
  const ok = run.state === 'done'
  const work = actionOfRun(run, viewer)
  return {
    ok,
    said: ok
      ? saidOf(run, viewer)
      : `${viewer.t('admin.actions.stopped')}: ${progressOf(run, viewer)}`,
    details: run.refused.map(([id, reason]) => `${id}: ${viewer.word(reason, reason)}`),
    download: work && (await runDownload(work, run, viewer)),
  }
}
