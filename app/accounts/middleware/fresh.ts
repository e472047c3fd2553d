import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#core/platform'
import { SIGNED_IN_AT } from '#app/accounts/drivers/database_session_store'
import { E_CONFIRMATION_REQUIRED } from '#app/accounts/exceptions'

/** Key of the moment at which the password (and the code) was given last in this session. */
const CONFIRMED_AT = 'accounts_confirmed_at'

const FRESH_FOR = 15 * 60_000

/** The person has just proven who they are, signing in or asked again. */
export const noteConfirmed = ({ session }: HttpContext): void =>
  session.put(CONFIRMED_AT, clock.now())

/** Asks again who is there before a dangerous page, when that was proven longer ago. */
export function assertFresh({ session }: HttpContext): void {
  const at = Number(session.get(CONFIRMED_AT) ?? session.get(SIGNED_IN_AT) ?? 0)
  if (clock.now() - at > FRESH_FOR) throw new E_CONFIRMATION_REQUIRED()
}
