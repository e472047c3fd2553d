import type { HttpContext } from '@adonisjs/core/http'
import { randomId, urlFor } from '#core/platform'
import { startRun } from '#app/admin/actions/start_run'
import type { Viewer } from '#app/admin/definition'
import type { ActionRun } from '#app/admin/models/action_run'
import { redirectWith } from '#app/admin/panel'
import { runFilePath, saidOf } from '#app/admin/presenters/run'
import { countFiles } from '#app/admin/queries/runs'
import { sendDownload } from '#app/admin/send_download'
import type { WrittenResult } from '#app/admin/sent_download'

type Came = { result: WrittenResult; back: string; key?: string }

/** What came of an action: a sentence on the page that follows, a file, or a run over many. */
export async function sendResult(
  ctx: HttpContext,
  viewer: Viewer,
  { result, back, key = randomId() }: Came
): Promise<void> {
  if (result.ok && result.download) return sendDownload(ctx, result.download)
  if (result.ok && result.many) {
    return sendRun(ctx, viewer, await startRun({ ...result.many, values: {}, key, back }, viewer))
  }
  const { detail, values } = result
  const text = viewer.t(result.ok ? result.notice : result.reason, values)
  redirectWith(ctx, back, { tone: result.ok ? 'success' : 'warning', text, detail })
}

/** All went well: what it made, or a word on it where they were. Else its page says how it goes. */
export async function sendRun(ctx: HttpContext, viewer: Viewer, run: ActionRun): Promise<void> {
  const isWhole = run.state === 'done' && run.refused.length === 0
  const hasFiles = isWhole && (await countFiles(run)) > 0
  if (isWhole && !hasFiles) {
    return redirectWith(ctx, run.back, { tone: 'success', text: saidOf(run, viewer) })
  }
  const to = hasFiles ? runFilePath(run) : urlFor('admin.runs.show', { id: run.publicId })
  ctx.response.redirect().status(303).toPath(to)
}
