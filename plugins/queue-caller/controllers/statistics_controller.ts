import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { askedStatistics } from '#plugins/queue-caller/presenters/asked_statistics'
import { presentStatistics } from '#plugins/queue-caller/presenters/statistics'
import { visitsIn } from '#plugins/queue-caller/queries/visits'

/** What the queue was like, for those who plan it; never by member of staff. */
export default class StatisticsController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const asked = await askedStatistics(ctx.request.qs(), viewer)
    const { shown, period } = asked
    const [visits, before] = await visitsIn(shown, [period, period.before])
    const page = await presentStatistics({ visits, before }, asked, viewer)
    return renderPanel(ctx, 'queue_caller::admin/statistics', { title: page.title, page })
  }
}
