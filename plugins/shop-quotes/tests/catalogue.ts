import { Category } from '#plugins/shop-quotes/models/category'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'

let serial = 0

/** In the language of the organisation of these tests as well. */
export const inWords = (en: string) => ({ en, es: `${en} (es)` })

export const aCategory = (own: Partial<Category> = {}): Promise<Category> =>
  Category.create({ slug: `category-${++serial}`, name: inWords('Glasses'), ...own })

/** One that is bought for 121.00 €, VAT included. */
export async function aService(own: Partial<ShopService> = {}): Promise<ShopService> {
  const categoryId = own.categoryId ?? (await aCategory()).id
  return ShopService.create({
    ...{ slug: `service-${++serial}`, name: inWords('Eye test'), priceMode: 'fixed' },
    ...{ priceMinor: 12_100, basis: 'gross', taxClass: 'standard', withdrawalClass: 'begun' },
    ...own,
    categoryId,
  })
}

/** One for which an offer is made. */
export const aServiceOnRequest = (own: Partial<ShopService> = {}): Promise<ShopService> =>
  aService({ priceMode: 'quote', priceMinor: null, ...own })
