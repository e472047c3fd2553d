import type { HttpContext } from '@adonisjs/core/http'
import { sendDownload, viewerOf } from '#core/admin'
import { askedPeriod } from '#app/statistics/presenters/period'
import { visitsFile } from '#app/statistics/presenters/visits_file'
import { countsIn } from '#app/statistics/queries/counts'

/** The days or months of the page for a spreadsheet. */
export default class VisitFilesController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const period = askedPeriod(ctx.request.qs(), viewer)
    sendDownload(ctx, visitsFile(await countsIn(period), period, viewer))
  }
}
