import { urlFor } from '#core/platform'
import type { Came } from '#app/admin/actions/run_by_name'
import type { Viewer } from '#app/admin/definition'
import type { ActionRun } from '#app/admin/models/action_run'
import { saidOf } from '#app/admin/presenters/run'
import { actionOfRun } from '#app/admin/queries/runs'
import { runDownload } from '#app/admin/run_download'
import type { SentDownload } from '#app/admin/sent_download'

type Told = { said: string; details: string[]; download: SentDownload | null }

/** What came of an action, for the command line: the same sentences, and at most one file. */
export async function tellResult(came: Came, viewer: Viewer): Promise<Told> {
  if ('run' in came) return tellRun(came.run, viewer)
  const { notice, values, download = null } = came.result
  return { said: viewer.t(notice, values), details: [], download }
}

async function tellRun(run: ActionRun, viewer: Viewer): Promise<Told> {
  if (!run.isOver) {
    const page = urlFor('admin.runs.show', { id: run.publicId })
    return { said: viewer.t('admin.actions.leave_page'), details: [page], download: null }
  }
  const work = await actionOfRun(run, viewer)
  return {
    said: saidOf(run, viewer),
    details: run.refused.map(([id, reason]) => `${id}: ${viewer.word(reason, reason)}`),
    download: work && (await runDownload(work, run, viewer)),
  }
}
