import type { HttpContext } from '@adonisjs/core/http'
import type { CookieDefinition } from '#core/consent'
import { hashToken } from '#core/platform'
import { hostCookie } from '#core/web'

const NAME = hostCookie('sportello_device')

/** As long as browsers keep any cookie. */
const LIFE_DAYS = 400
const LIFE = LIFE_DAYS * 24 * 3600

export const deviceCookie: CookieDefinition = {
  name: NAME,
  what: 'devices.cookies.device',
  keeps: { days: LIFE_DAYS },
}

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
