import type { FieldErrors, Values, Viewer } from '#core/admin'
import type { SentFiles } from '#core/files'
import type { Trx } from '#core/platform'
import { Service } from '#core/scheduling'
import { rateOn, type TaxClass } from '#plugins/shop-quotes/domain/tax_rates'
import { Category } from '#plugins/shop-quotes/models/category'
import type { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { TaxRate } from '#plugins/shop-quotes/models/tax_rate'
import { sellerCountry } from '#plugins/shop-quotes/settings'

type Asked = { values: Values; viewer: Viewer; trx: Trx }

const ownWord = (word: string) => `shop-quotes.admin.services.errors.${word}`

/** Where a service cannot lie, and what could not be shown or reckoned. */
export async function serviceErrors({ values, viewer, trx }: Asked): Promise<FieldErrors> {
  const { availableFrom: from, availableTo: to } = values as Partial<ShopService>
  const category = await Category.find(Number(values.categoryId), { client: trx })
  const hasRate = values.priceMode === 'quote' || (await isRated(values.taxClass, viewer, trx))
  return {
    ...(category ? {} : { categoryId: ownWord('no_category') }),
    ...(hasRate ? {} : { taxClass: ownWord('no_rate') }),
    ...(isDescribed(values) ? {} : { alternative: ownWord('no_alternative') }),
    ...((await isOfferedThere(values, trx))
      ? {}
      : { bookableServiceId: ownWord('not_offered_there') }),
    ...(from && to && to < from ? { availableTo: ownWord('ends_before_it_begins') } : {}),
  }
}

async function isRated(taxClass: unknown, viewer: Viewer, trx: Trx): Promise<boolean> {
  const country = viewer.setting(sellerCountry)
  const day = viewer.formats().localDay(viewer.now)
  const rates = await TaxRate.query({ client: trx }).where({ country })
  return rateOn(rates, { country, taxClass: taxClass as TaxClass, day }).ok
}

/** The appointment is at the place of the service, or wherever it is offered. */
async function isOfferedThere(values: Values, trx: Trx): Promise<boolean> {
  const { bookableServiceId, locationId } = values as Partial<ShopService>
  if (!bookableServiceId || !locationId) return true
  const places = await Service.query({ client: trx })
    .where('id', bookableServiceId)
    .whereHas('locations', (query) => void query.where('organisation_locations.id', locationId))
  return places.length > 0
}

function isDescribed({ picture, alternative }: Values): boolean {
  const { files = [] } = (picture ?? {}) as Partial<SentFiles>
  return files.length === 0 || Object.keys(alternative ?? {}).length > 0
}
