import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { presentNumbers } from '#plugins/shop-quotes/presenters/number_report'
import { numberReport } from '#plugins/shop-quotes/queries/number_report'

/** Whether the numbers of orders, quotes and papers follow each other without a gap. */
export default class NumbersController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const page = presentNumbers(await numberReport(), viewer)
    const title = viewer.t('shop-quotes.admin.numbers.title')
    return renderPanel(ctx, 'shop_quotes::admin/numbers', { title, page })
  }
}
