import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel } from '#app/admin/panel'
import { presentRun } from '#app/admin/presenters/run'
import { ownRun } from '#app/admin/queries/runs'
import { viewerOf } from '#app/admin/viewer'

/** How an action on many records goes: for whoever asked for it, and nobody else. */
export default class RunsController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const run = await presentRun(await ownRun(ctx.params.id, viewer), viewer)
    return renderPanel(ctx, 'admin/pages/run', { title: run.title, run })
  }
}
