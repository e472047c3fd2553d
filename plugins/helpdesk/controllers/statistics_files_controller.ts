import type { HttpContext } from '@adonisjs/core/http'
import { sendDownload, viewerOf } from '#core/admin'
import { askedStatistics } from '#plugins/helpdesk/presenters/asked_statistics'
import { statisticsFile } from '#plugins/helpdesk/presenters/statistics_file'
import { countedIn } from '#plugins/helpdesk/queries/counted'

/** The table of the statistics for a spreadsheet. */
export default class StatisticsFilesController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const address = ctx.request.qs()
    const asked = askedStatistics(address, viewer)
    const [counted] = await countedIn([asked.period], viewer)
    const format = address.format === 'xlsx' ? 'xlsx' : 'csv'
    sendDownload(ctx, await statisticsFile(counted, asked, { format, viewer }))
  }
}
