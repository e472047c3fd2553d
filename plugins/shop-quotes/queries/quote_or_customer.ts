import type { Query } from '#core/admin'
import { byCustomer } from '#core/customers'
import type { Quote } from '#plugins/shop-quotes/models/quote'

/** For lists of quotes: the number has what was searched for, or the customer is called so. */
export async function byQuoteOrCustomer(searched: string) {
  const number = searched
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9-]/g, '')
  const inCustomer = await byCustomer(searched, 'shop_quotes_quotes.customer_id')
  return (any: Query<Quote>): void => {
    if (number === '') void any.orWhereRaw('1 = 0')
    else void any.orWhere('shop_quotes_quotes.number', 'like', `%${number}%`)
    inCustomer?.(any)
  }
}
