import type { HttpContext } from '@adonisjs/core/http'
import { sendDownload, viewerOf } from '#core/admin'
import { setting } from '#core/settings'
import { askedStatistics } from '#plugins/shop-quotes/presenters/asked_statistics'
import { statisticsFile } from '#plugins/shop-quotes/presenters/statistics_file'
import { countedIn } from '#plugins/shop-quotes/queries/counted'
import { currency as ofShop } from '#plugins/shop-quotes/settings'

/** The table of the statistics for a spreadsheet. */
export default class StatisticsFilesController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const address = ctx.request.qs()
    const asked = askedStatistics(address, viewer)
    const currency = await setting(ofShop)
    const [counted] = await countedIn([asked.period], { ...viewer, currency })
    const format = address.format === 'xlsx' ? 'xlsx' : 'csv'
    sendDownload(ctx, await statisticsFile(counted, format, { asked, viewer, currency }))
  }
}
