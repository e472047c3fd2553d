import { catalogueOn } from '#plugins/shop-quotes/queries/catalogue'
import { shopDay, type ShopDay } from '#plugins/shop-quotes/queries/shop_day'

/** What carts are priced by, out of the memory of the process: read before a transaction begins. */
export type ShopToday = ShopDay & {
  /** Ids of the services that are offered today. */
  offered: ReadonlySet<number>
}

export async function shopToday(): Promise<ShopToday> {
  const today = await shopDay()
  const { offers } = await catalogueOn(today.day)
  return { ...today, offered: new Set(offers.map(({ id }) => id)) }
}
