import { cached } from '#core/platform'
import { FALLBACK_LOCALE, type Locale } from '#app/organisation/domain/locales'
import { translatedIn, type Translated } from '#app/organisation/domain/translated'
import { Organisation } from '#app/organisation/models/organisation'

let lastKnown: Organisation | null = null

const row = cached(500, async () => {
  lastKnown = (await Organisation.first()) ?? Organisation.unsaved()
  return lastKnown
})

Organisation.boot()
Organisation.after('save', (organisation) => {
  row.forget()
  organisation.$trx?.after('commit', () => row.forget())
})

/**
 * The organisation, at most 500 ms old. Call it before a transaction, not inside one, and only
 * to read: who changes it loads the row with `Organisation.findOrFail(1)`.
 */
export function currentOrganisation(): Promise<Organisation> {
  return row.get()
}

/** The text in this language, else in the organisation's own language, else in any. */
export function translated(value: Readonly<Translated> | null, locale: Locale): string {
  return translatedIn(value, locale, lastKnown?.defaultLocale ?? FALLBACK_LOCALE)
}
