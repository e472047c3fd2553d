import { ShopService } from '#plugins/shop-quotes/models/shop_service'

/** What a line of an offer may be about: every service that the catalogue has and shows. */
export const quotableServices = (): Promise<ShopService[]> =>
  ShopService.query().where('active', true).orderBy('position').orderBy('id')
