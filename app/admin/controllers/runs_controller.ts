import type { HttpContext } from '@adonisjs/core/http'
import { ActionRun } from '#app/admin/models/action_run'
import { renderPanel } from '#app/admin/panel'
import { presentRun } from '#app/admin/presenters/run'
import { viewerOf } from '#app/admin/viewer'

/** How an action on many records goes: for whoever asked for it, and nobody else. */
export default class RunsController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const own = { publicId: String(ctx.params.id).slice(0, 22), userId: viewer.user.id }
    const found = await ActionRun.query().where(own).firstOrFail()
    const run = await presentRun(found, viewer)
    return renderPanel(ctx, 'admin/pages/run', { title: run.title, run })
  }
}
