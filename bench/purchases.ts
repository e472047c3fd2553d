import { randomBytes } from 'node:crypto'
import { formsIn } from '#tests/kit/forms'
import type { LoadRequest } from './load_task.js'
import { LOAD_CORE, pinnedScript } from './pinned.js'
import type { Product } from './product.js'
import { sessionOf, type Session } from './signed_in.js'

/** Customers of a shop with so many services, and somebody at its desk. */
export type Shoppers = { buyers: Session[]; clerk: Session }
type Told = { emails: string[]; clerk: string; password: string }

export async function shoppers(
  product: Product,
  { services, customers }: { services: number; customers: number }
): Promise<Shoppers> {
  const args = [String(services), String(customers)]
  const maker = pinnedScript(LOAD_CORE, './shop.ts', args, product.env)
  const { emails, clerk, password } = await maker.message<Told>()
  await maker.ended
  const buyers: Session[] = []
  for (const [nth, email] of emails.entries()) {
    buyers.push(await sessionOf(product, { email, password }, `10.9.0.${nth}`))
  }
  return { buyers, clerk: await sessionOf(product, { email: clerk, password }) }
}

type Page = { text: string; location: string }

/** A browser that sends the forms of its pages as they stand; any other answer is no run. */
class Buyer {
  readonly #url: string
  readonly #session: Session

  constructor({ url }: Product, session: Session) {
    this.#url = url
    this.#session = session
  }

  async get(path: string): Promise<Page> {
    const answer = await fetch(this.#url + path, { headers: this.#session, redirect: 'manual' })
    return this.#page(answer, path, 200)
  }

  /** Sends the form of a page that leads to `path`. */
  async send(path: string, from: Page, typed: Record<string, string> = {}): Promise<Page> {
    const form = formsIn(from.text).find(({ action }) => action === path)
    if (!form) throw new Error(`Invalid run: no form that leads to ${path}`)
    const body = new URLSearchParams({ ...(form.fields as Record<string, string>), ...typed })
    const headers = { ...this.#session, origin: this.#url, 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(this.#url + path, {
      ...{ method: 'POST', body, headers, redirect: 'manual' },
    })
    return this.#page(answer, path, 303)
  }

  async #page(answer: Response, path: string, status: number): Promise<Page> {
    if (answer.status !== status) {
      throw new Error(`Invalid run: ${answer.status} instead of ${status} for ${path}`)
    }
    return { text: await answer.text(), location: answer.headers.get('location') ?? '' }
  }
}

const ACCOUNT = '/account/shop-quotes'

/** Puts a service into somebody's cart. */
export async function fill(product: Product, buyer: Session, nth: number): Promise<void> {
  const customer = new Buyer(product, buyer)
  const form = `/shop/services/service-${nth}/form`
  await customer.send(form, await customer.get(form), { quantity: '1' })
}

/**
 * From the cart to the paid order in eight pages and posts, the last two of them the desk's;
 * answers the address of the order.
 */
export async function purchase(
  product: Product,
  { buyer, clerk }: { buyer: Session; clerk: Session },
  order: number
): Promise<string> {
  const customer = new Buyer(product, buyer)
  await customer.get('/shop/cart')
  const billing = await customer.get(`${ACCOUNT}/checkout`)
  const profile = /name="profile" value="([^"]+)"/.exec(billing.text)![1]
  await customer.send(`${ACCOUNT}/checkout`, billing, { profile })
  const last = await customer.get(`${ACCOUNT}/checkout/payment`)
  const { location } = await customer.send(`${ACCOUNT}/checkout/payment`, last, { method: 'desk' })
  const placed = new URL(location, product.url).pathname
  await customer.get(placed)
  const desk = new Buyer(product, clerk)
  const path = `/admin/shop-quotes/order-payments/${order}`
  await desk.send(path, await desk.get(path))
  return placed
}

/** Throws unless the customer's page of an order says that it is paid. */
export async function seenPaid(product: Product, buyer: Session, path: string): Promise<void> {
  const { text } = await new Buyer(product, buyer).get(path)
  if (!text.includes('Paid')) throw new Error(`Invalid run: ${path} is not paid`)
}

/** Of the shape that the shop gives a form's key. */
const formKey = () => randomBytes(16).toString('base64url')

/** A visitor, new each time, adds a service without signing in. */
export function adding({ url }: Product, nth: number): LoadRequest {
  return {
    path: `/shop/services/service-${nth % 100}/form`,
    body: new URLSearchParams({ quantity: '1', form_key: formKey() }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: url,
      'sec-fetch-site': 'same-origin',
    },
    address: `10.${10 + (nth >> 16)}.${(nth >> 8) % 256}.${nth % 256}`,
  }
}
