import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { setting } from '#core/settings'
import { askedStatistics } from '#plugins/shop-quotes/presenters/asked_statistics'
import { presentStatistics } from '#plugins/shop-quotes/presenters/statistics'
import { countedIn, unpaidNow } from '#plugins/shop-quotes/queries/counted'
import { currency as ofShop } from '#plugins/shop-quotes/settings'

/** What the shop earned, how quotes went, and what is still unpaid. */
export default class StatisticsController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const asked = askedStatistics(ctx.request.qs(), viewer)
    const { period } = asked
    const currency = await setting(ofShop)
    const place = { ...viewer, currency }
    const [counted, before] = await countedIn([period, period.before], place)
    const unpaidMinor = await unpaidNow(place)
    const page = await presentStatistics(
      { counted, before, unpaidMinor, currency },
      { asked, viewer }
    )
    return renderPanel(ctx, 'shop_quotes::admin/statistics', { title: page.title, page })
  }
}
