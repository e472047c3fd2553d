import { errors, type HttpContext } from '@adonisjs/core/http'
import { catalogueBar } from '#plugins/shop-quotes/presenters/catalogue_bar'
import { presentWay } from '#plugins/shop-quotes/presenters/categories'
import { presentService } from '#plugins/shop-quotes/presenters/service'
import { catalogueOn } from '#plugins/shop-quotes/queries/catalogue'
import { shownService } from '#plugins/shop-quotes/queries/shown_service'
import { shopDay } from '#plugins/shop-quotes/queries/shop_day'

/** S1: a service; one that is not offered today says so. */
export default class ServicesController {
  async show(ctx: HttpContext) {
    const today = await shopDay()
    const catalogue = await catalogueOn(today.day)
    const service = await shownService(String(ctx.params.slug), catalogue)
    if (!service) throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
    const shown = await presentService(ctx, service, { catalogue, today })
    const way = presentWay(ctx, catalogue, service.categoryId)
    return ctx.view.render('shop_quotes::pages/service', {
      ...shown,
      way,
      bar: await catalogueBar(ctx, null),
    })
  }
}
