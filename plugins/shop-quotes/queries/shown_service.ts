import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import type { Catalogue } from '#plugins/shop-quotes/queries/catalogue'

/** A service that has a page: switched on, in a shown category, at a place that is open to the public. */
export async function shownService(
  slug: string,
  { categories, places }: Pick<Catalogue, 'categories' | 'places'>
): Promise<ShopService | null> {
  const service = await ShopService.query().where({ slug, active: true }).first()
  if (!service || !categories.some(({ id }) => id === service.categoryId)) return null
  const { locationId } = service
  return locationId === null || places.some(({ id }) => id === locationId) ? service : null
}
