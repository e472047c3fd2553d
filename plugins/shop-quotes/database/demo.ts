import { catalogueDemo } from '#plugins/shop-quotes/database/demo/catalogue'
import { ordersDemo } from '#plugins/shop-quotes/database/demo/orders'
import { quotesDemo } from '#plugins/shop-quotes/database/demo/quotes'

/** S1–S12: an invented optician and public office that sell what they do. */
export async function shopDemo(): Promise<void> {
  await catalogueDemo()
  await ordersDemo()
  await quotesDemo()
}
