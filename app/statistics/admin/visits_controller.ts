import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { setting } from '#core/settings'
import { askedPeriod } from '#app/statistics/presenters/period'
import { presentVisits } from '#app/statistics/presenters/visits'
import { countsIn } from '#app/statistics/queries/counts'
import { countVisits } from '#app/statistics/settings'

/** V5: the organisation's own visit statistics: sums of days and months, nobody in particular. */
export default class VisitsController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const period = askedPeriod(ctx.request.qs(), viewer)
    const isOn = await setting(countVisits)
    const page = { ...presentVisits(await countsIn(period), period, viewer), isOn }
    return renderPanel(ctx, 'admin/statistics/visits', { title: page.title, page })
  }
}
