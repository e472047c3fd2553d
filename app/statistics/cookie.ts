import type { HttpContext } from '@adonisjs/core/http'
import type { CookieDefinition } from '#core/consent'
import { randomId } from '#core/platform'

const NAME = 'visitor'
const DAYS = 30
const RANDOM_ID = /^[\w-]{22}$/

export const visitorCookie: CookieDefinition = {
  name: NAME,
  what: 'statistics.cookie',
  keeps: { days: DAYS },
  purpose: 'statistics',
  samePages: true,
}

/** The random number of who agreed to be counted; a new one every thirty days. */
export function visitorOf({ request, response }: HttpContext): string {
  const kept: unknown = request.plainCookie(NAME, { encoded: false })
  if (typeof kept === 'string' && RANDOM_ID.test(kept)) return kept
  const visitor = randomId()
  response.plainCookie(NAME, visitor, { encode: false, maxAge: `${DAYS}d` })
  // No cache on the way may hand this answer, and with it the number, to others.
  response.header('Cache-Control', 'private, no-cache')
  return visitor
}
