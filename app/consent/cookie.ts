import type { HttpContext } from '@adonisjs/core/http'
import type { CookieDefinition } from '#app/consent/definition'
import { CHOICE_DAYS, readChoice, writeChoice, type Choice } from '#app/consent/domain/choice'

const NAME = 'cookie_choice'

export const choiceCookie: CookieDefinition = {
  name: NAME,
  what: 'consent.cookie',
  keeps: { days: CHOICE_DAYS },
  // Whether the banner stands on a page is told apart without it.
  samePages: true,
}

/** What this browser keeps, if somebody can have chosen it here. */
export function keptChoice({ request }: Pick<HttpContext, 'request'>): Choice | null {
  const kept: unknown = request.plainCookie(NAME, { encoded: false })
  return typeof kept === 'string' ? readChoice(kept) : null
}

export function keepChoice({ response }: HttpContext, choice: Choice): void {
  response.plainCookie(NAME, writeChoice(choice), { encode: false, maxAge: `${CHOICE_DAYS}d` })
}
