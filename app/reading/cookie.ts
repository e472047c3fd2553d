import type { HttpContext } from '@adonisjs/core/http'
import type { CookieDefinition } from '#core/consent'
import { cookieDays } from '#config/app'
import { aidsOf, aidWords, NO_AIDS, type ReadingAids } from '#app/reading/domain/aids'

const NAME = 'reading'
const BETWEEN = '.'

export const readingCookie: CookieDefinition = {
  name: NAME,
  what: 'reading.cookie',
  keeps: { days: cookieDays },
}

/** How the visitor likes to read; as everybody does, without the cookie. */
export function readingAids({ request }: Pick<HttpContext, 'request'>): ReadingAids {
  const kept: unknown = request.plainCookie(NAME, { encoded: false })
  return typeof kept === 'string' ? aidsOf(kept.slice(0, 60).split(BETWEEN)) : NO_AIDS
}

/** As the cookie holds them; empty for who reads as everybody does. */
export const written = (aids: ReadingAids): string => aidWords(aids).join(BETWEEN)

/** Kept by who asks for it; nothing is kept of who reads as everybody does. */
export function keepReadingAids({ response }: HttpContext, aids: ReadingAids): void {
  const value = written(aids)
  if (value === '') response.clearCookie(NAME)
  else response.plainCookie(NAME, value, { encode: false })
}
