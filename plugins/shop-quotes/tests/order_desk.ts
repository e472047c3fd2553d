import type { User } from '#core/accounts'
import type { Order } from '#plugins/shop-quotes/models/order'
import { signedIn, someStaff } from '#tests/accounts/people'
import type { HtmlForm } from '#tests/kit/forms'
import type { Answer, HttpClient } from '#tests/kit/http'

export const ORDERS = '/admin/shop-quotes/orders'
export const pathOf = ({ id }: Order) => `${ORDERS}/${id}`
export const replyOf = ({ id }: Order) => `/admin/shop-quotes/order-replies/${id}`
export const paymentOf = ({ id }: Order) => `/admin/shop-quotes/order-payments/${id}`
export const refundOf = ({ id }: Order) => `/admin/shop-quotes/order-refunds/${id}`

/** A member of staff, signed in. */
export async function aClerk(): Promise<{ user: User; client: HttpClient }> {
  const user = await someStaff({ role: 'manager', firstName: 'Ada' })
  return { user, client: await signedIn(user) }
}

type Fields = Record<string, string>

/** The form that posts to this address; the bar of the panel has forms of its own. */
export function formOf(page: Answer, path: string): HtmlForm {
  const found = page.forms().find(({ method, action }) => method === 'POST' && action === path)
  if (!found) throw new Error(`No form that posts to ${path} on ${page.url} (${page.status})`)
  return found
}

/** Does with an order what its page offers under this name, and returns the page that follows. */
export async function does(client: HttpClient, order: Order, action: string, fields?: Fields) {
  const page = `${pathOf(order)}/${action}`
  return client.follow(await client.submit(formOf(await client.get(page), page), fields))
}

/** Fills in a page about an order; the answer as it comes. */
export async function fills(client: HttpClient, page: string, fields: Fields): Promise<Answer> {
  return client.submit(formOf(await client.get(page), page), fields)
}
