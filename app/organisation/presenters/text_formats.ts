import { formats } from '#app/organisation/domain/formats'
import type { Locale } from '#app/organisation/domain/locales'

/** Texts belong to no place: the day of a change is that of Greenwich. */
export const formatsOfText = (locale: Locale) => formats(locale, 'UTC')
