import { defineFileUse } from '#core/files'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'

/** Pictures of the catalogue: everybody sees them. */
export const servicePictures = defineFileUse({
  id: 'shop-quotes.service',
  table: ShopService.table,
  types: ['png', 'jpeg', 'webp'],
  most: 1,
  megabytes: 2,
  mayRead: () => true,
})
