import type { HttpContext } from '@adonisjs/core/http'
import { sendDownload, viewerOf } from '#core/admin'
import { askedStatistics } from '#plugins/queue-caller/presenters/asked_statistics'
import { statisticsFile } from '#plugins/queue-caller/presenters/statistics_file'
import { visitsIn } from '#plugins/queue-caller/queries/visits'

/** The table of the statistics for a spreadsheet. */
export default class StatisticsFilesController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const address = ctx.request.qs()
    const asked = await askedStatistics(address, viewer)
    const [visits] = await visitsIn(asked.shown, [asked.period])
    const format = address.format === 'xlsx' ? 'xlsx' : 'csv'
    sendDownload(ctx, await statisticsFile(visits, asked, { format, viewer }))
  }
}
