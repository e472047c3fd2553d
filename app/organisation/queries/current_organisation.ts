import { cached } from '#core/platform'
import { FALLBACK_LOCALE, type Locale } from '#app/organisation/domain/locales'
import { translatedIn, type Translated } from '#app/organisation/domain/translated'
import { Funder } from '#app/organisation/models/funder'
import { Organisation } from '#app/organisation/models/organisation'
import { currentFunders } from '#app/organisation/queries/current_funders'

let lastKnown: Organisation | null = null

const row = cached(500, async () => {
  lastKnown = (await Organisation.first()) ?? Organisation.unsaved()
  lastKnown.funders = await currentFunders()
  return lastKnown
})

const forget = ({ $trx }: Organisation | Funder) => {
  row.forget()
  $trx?.after('commit', () => row.forget())
}

Organisation.boot()
Organisation.after('save', forget)
Funder.boot()
Funder.after('save', forget)
Funder.after('delete', forget)

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
