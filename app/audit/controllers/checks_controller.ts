import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { presentChecks } from '#app/audit/presenters/checks'
import { latestChecks } from '#app/audit/queries/latest_checks'

/** Whether the trail is as it was written: the answers so far. */
export default class ChecksController {
  async index(ctx: HttpContext) {
    const page = presentChecks(await latestChecks(), await viewerOf(ctx))
    return renderPanel(ctx, 'admin/audit/chain', { title: page.title, page })
  }
}
