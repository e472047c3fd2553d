import { ShopService } from '#plugins/shop-quotes/models/shop_service'

/** A service by its part of the address, whether or not it is offered today. */
export const serviceNamed = (slug: string): Promise<ShopService | null> =>
  ShopService.query()
    .where({ slug: slug.slice(0, 100), active: true })
    .first()
