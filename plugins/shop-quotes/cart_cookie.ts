import { createHmac } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { CookieDefinition } from '#core/consent'
import { appKey, hashToken } from '#core/platform'
import { hostCookie } from '#core/web'

const NAME = hostCookie('sportello_cart')
const DAYS = 30
const TOKEN = /^[\w-]{22}$/

export const cartCookie: CookieDefinition = {
  name: NAME,
  what: 'shop-quotes.cart.cookie',
  keeps: { days: DAYS },
}

/** What a visitor's carts hang on, as it is kept; null for who brings no cookie. */
export function cartTokenHash({ request }: Pick<HttpContext, 'request'>): string | null {
  const token: unknown = request.plainCookie(NAME, { encoded: false })
  return typeof token === 'string' && TOKEN.test(token) ? hashToken(token) : null
}

/**
 * 128 bits of nobody else, out of the random key of the form that adds the first line: sent twice
 * by a double click, it makes one cart, whichever answer the browser reads.
 */
export const newCartToken = (formKey: string): string =>
  createHmac('sha256', appKey())
    .update(`shop-quotes.cart ${formKey}`)
    .digest('base64url')
    .slice(0, 22)

/** Path, HttpOnly and Secure are those of every cookie. */
export function sendCartCookie({ response }: HttpContext, token: string): void {
  response.plainCookie(NAME, token, { encode: false, maxAge: `${DAYS}d`, sameSite: 'lax' })
}
