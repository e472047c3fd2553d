import { mayVisit, signedInUser } from '#core/accounts'
import { defineFileUse } from '#core/files'
import { isShown } from '#plugins/shop-quotes/domain/deeds'
import { FilledForm } from '#plugins/shop-quotes/models/filled_form'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { entryBehind } from '#plugins/shop-quotes/queries/entry_behind'
import { formBehind } from '#plugins/shop-quotes/queries/form_behind'

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

/** What customers attach where a service asks for a file; staff read it once it has been sent. */
export const filledFormFiles = defineFileUse({
  id: 'shop-quotes.filled_form',
  table: FilledForm.table,
  types: ['pdf', 'png', 'jpeg', 'webp', 'txt', 'docx', 'odt'],
  // One for each question; a form has no more of them.
  most: 40,
  async mayRead(ctx, filledFormId) {
    const user = await signedInUser(ctx)
    const behind = user && (await formBehind(filledFormId))
    if (!behind) return false
    if (!user.isStaff) return behind.userId === user.id
    if (!behind.sentTo || !ctx.can('shop-quotes.view')) return false
    const { locationId } = behind.sentTo
    return locationId === null || mayVisit(user, locationId)
  },
})
