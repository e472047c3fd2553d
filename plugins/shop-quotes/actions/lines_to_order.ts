import type { OrderedLine } from '#plugins/shop-quotes/actions/create_order'
import type { PricedLine } from '#plugins/shop-quotes/queries/priced_cart'
import type { ShopToday } from '#plugins/shop-quotes/queries/shop_today'

/** Lines as an order keeps them: called, priced and taxed as on this day. */
export const linesToOrder = (lines: readonly PricedLine[], { rates }: ShopToday): OrderedLine[] =>
  lines.map(({ service, form, price, amountMinor, quantity }) => {
    const { id: serviceId, name, taxClass, withdrawalClass, bookableServiceId } = service
    if (!price || amountMinor === null) throw new Error(`Service ${serviceId} has no price`)
    const { priceMinor: unitPriceMinor, basis, rateBp } = price
    const exemption = rates.get(taxClass)?.exemption ?? null
    return {
      ...{ serviceId, name, taxClass, withdrawalClass, bookableServiceId },
      ...{ unitPriceMinor, basis, rateBp, exemption, amountMinor, discountBp: 0 },
      ...{ quantity: String(quantity), filledFormId: form?.id ?? null },
    }
  })
