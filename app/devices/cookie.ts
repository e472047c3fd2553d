import type { HttpContext } from '@adonisjs/core/http'
import { isHttps } from '#config/app'
import { hashToken } from '#core/platform'

// Browsers accept the prefix only with HTTPS; it ties the cookie to this host and path.
const NAME = isHttps ? '__Host-sportello_device' : 'sportello_device'

/** As long as browsers keep any cookie. */
const LIFE = 400 * 24 * 3600

/** The secret that this browser brings, if any. */
export function deviceToken({ request }: Pick<HttpContext, 'request'>): string | null {
  const plain: unknown = request.plainCookie(NAME, { encoded: false })
  return typeof plain === 'string' && plain !== '' ? plain : null
}

export function deviceTokenHash(ctx: Pick<HttpContext, 'request'>): string | null {
  const token = deviceToken(ctx)
  return token === null ? null : hashToken(token)
}

/** Path, HttpOnly and Secure are those of every cookie. */
export function sendDeviceCookie({ response }: HttpContext, token: string): void {
  response.plainCookie(NAME, token, { encode: false, maxAge: LIFE, sameSite: 'lax' })
}
