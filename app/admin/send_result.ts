import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { startRun } from '#app/admin/actions/start_run'
import type { ActionResult, Viewer } from '#app/admin/definition'
import { redirectWith } from '#app/admin/panel'
import { sendDownload } from '#app/admin/send_download'

/** What came of an action: a sentence on the page that follows, a file, or a run over many. */
export async function sendResult(
  ctx: HttpContext,
  viewer: Viewer,
  { result, back, key = '' }: { result: ActionResult; back: string; key?: string }
): Promise<void> {
  if (result.ok && result.download) return sendDownload(ctx, result.download)
  if (result.ok && result.many) {
    const run = await startRun({ ...result.many, values: {}, key, back }, viewer)
    const to = urlFor('admin.runs.show', { id: run.publicId })
    return ctx.response.redirect().status(303).toPath(to)
  }
  const { detail, values } = result
  const text = viewer.t(result.ok ? result.notice : result.reason, values)
  redirectWith(ctx, back, { tone: result.ok ? 'success' : 'warning', text, detail })
}
