import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/organisation'
import { clock, hashToken } from '#core/platform'

export type OpenRegistration = {
  id: number
  email: string
  firstName: string
  lastName: string
  locale: Locale
}

/** The registration for which a mailed link is valid now; null for a wrong, used or expired one. */
export async function registrationOfLink(token: string): Promise<OpenRegistration | null> {
  const row = await db
    .from('accounts_registrations')
    .where('hash', hashToken(token))
    .where('expires_at', '>', clock.now())
    .first()
  if (!row) return null
  const { id, email, locale, first_name: firstName, last_name: lastName } = row
  return { id, email, firstName, lastName, locale }
}
