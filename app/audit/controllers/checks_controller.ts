import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith, renderPanel, viewerOf } from '#core/admin'
import { urlFor } from '#core/platform'
import { verifyChain } from '#app/audit/actions/verify_chain'
import { presentChecks } from '#app/audit/presenters/checks'
import { latestChecks } from '#app/audit/queries/latest_checks'

/** Whether the trail is as it was written: the answers so far, and a walk over it now. */
export default class ChecksController {
  async index(ctx: HttpContext) {
    const page = presentChecks(await latestChecks(), await viewerOf(ctx))
    return renderPanel(ctx, 'admin/audit/chain', { title: page.title, page })
  }

  async store(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { isSound, verified } = await verifyChain()
    const word = isSound ? 'sound' : 'broken'
    const text = viewer.t(`audit.admin.chain.said.${word}`, { count: verified })
    redirectWith(ctx, urlFor('audit.chain'), { tone: isSound ? 'success' : 'warning', text })
  }
}
