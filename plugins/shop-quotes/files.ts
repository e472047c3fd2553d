import { mayVisit, signedInUser } from '#core/accounts'
import { defineFileUse } from '#core/files'
import { isShown } from '#plugins/shop-quotes/domain/deeds'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { entryBehind } from '#plugins/shop-quotes/queries/entry_behind'

/** Pictures of the catalogue: everybody sees them. */
export const servicePictures = defineFileUse({
  id: 'shop-quotes.service',
  table: ShopService.table,
  types: ['png', 'jpeg', 'webp'],
  most: 1,
  megabytes: 2,
  mayRead: () => true,
})

/** What came with the words of customers and staff; of an internal note only staff read it. */
export const entryFiles = defineFileUse({
  id: 'shop-quotes.entry',
  table: 'shop_quotes_entries',
  types: ['pdf', 'png', 'jpeg', 'webp', 'txt', 'csv', 'docx', 'xlsx', 'odt'],
  most: 10,
  async mayRead(ctx, entryId) {
    const user = await signedInUser(ctx)
    const entry = user && (await entryBehind(entryId))
    if (!entry) return false
    if (!user.isStaff) return entry.userId === user.id && isShown(entry.deed)
    const isNear = entry.locationId === null || (await mayVisit(user, entry.locationId))
    return isNear && ctx.can('shop-quotes.view')
  },
})
