import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { askedStatistics } from '#plugins/helpdesk/presenters/asked_statistics'
import { presentStatistics } from '#plugins/helpdesk/presenters/statistics'
import { countedIn } from '#plugins/helpdesk/queries/counted'

/** How many tickets came and were solved, how soon, and what customers say about it. */
export default class StatisticsController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const asked = askedStatistics(ctx.request.qs(), viewer)
    const { period } = asked
    const [counted, before] = await countedIn([period, period.before], viewer)
    const page = await presentStatistics({ counted, before }, asked, viewer)
    return renderPanel(ctx, 'helpdesk::admin/statistics', { title: page.title, page })
  }
}
