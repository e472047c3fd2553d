import type { I18n } from '@adonisjs/i18n'
import { clock } from '#core/platform'
import { hoursInWords, localOf, type LocationHours } from '#core/scheduling'
import { setting } from '#core/settings'
import { FALLBACK_LOCALE, isLocale } from '#app/organisation/domain/locales'
import type { Location } from '#app/organisation/models/location'
import { translated } from '#app/organisation/queries/current_organisation'
import { directions, mapLink } from '#app/organisation/settings'

/** A place as the contact page shows it: how to reach it, when it is open, how to find it. */
export async function presentPlace(
  location: Location,
  hours: LocationHours | undefined,
  i18n: I18n
) {
  const { slug, name, address, phone, email, zone } = location
  const today = localOf(zone, clock.now()).day
  const map = await setting(mapLink, location)
  const locale = isLocale(i18n.locale) ? i18n.locale : FALLBACK_LOCALE
  return {
    ...{ id: slug, name, address, phone, email },
    hours: hours ? hoursInWords(hours, { i18n, zone, today }) : null,
    directions: translated(await setting(directions, location), locale),
    map: map === '' ? null : { href: map, host: new URL(map).host },
  }
}
