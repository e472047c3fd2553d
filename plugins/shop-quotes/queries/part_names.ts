import { translated, type Locale } from '#core/organisation'
import { readRecords } from '#core/platform'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'

/** What services and their categories are called. */
export type PartNames = {
  serviceName: (id: number) => string
  categoryOf: (serviceId: number) => number | null
  categoryName: (id: number) => string
}

/** Of these services, in the language of the reader. */
export async function partNames(ids: readonly number[], locale: Locale): Promise<PartNames> {
  const query = ShopService.query().whereIn('id', [...ids])
  const found = ids.length > 0 ? await readRecords(query, ['category']) : []
  const services = new Map(found.map((service) => [service.id, service]))
  const categories = new Map(found.map(({ category }) => [category.id, category]))
  return {
    serviceName: (id) => translated(services.get(id)?.name ?? null, locale),
    categoryOf: (id) => services.get(id)?.categoryId ?? null,
    categoryName: (id) => translated(categories.get(id)?.name ?? null, locale),
  }
}
