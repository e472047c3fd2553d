import { errors, type HttpContext } from '@adonisjs/core/http'
import { assertFresh } from '#core/accounts'
import { guardOf } from '#app/admin/queries/named_actions'
import { runDownload } from '#app/admin/run_download'
import { actionOfRun, ownRun } from '#app/admin/queries/runs'
import { sendDownload } from '#app/admin/send_download'
import { viewerOf } from '#app/admin/viewer'

/** What an action on many records made, as one file, for whoever asked for it. */
export default class RunFilesController {
  async show(ctx: HttpContext) {
    const { request, params } = ctx
    const viewer = await viewerOf(ctx)
    const run = await ownRun(params.id, viewer)
    const done = run.isOver ? actionOfRun(run, viewer) : null
    if (done && guardOf(done).fresh) assertFresh(ctx)
    const download = done && (await runDownload(done, run, viewer))
    if (!download) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    return sendDownload(ctx, download)
  }
}
