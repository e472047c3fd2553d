import type { I18n } from '@adonisjs/i18n'
import { urlFor } from '#core/platform'
import { FALLBACK_LOCALE, isLocale } from '#app/organisation/domain/locales'
import { translatedIn } from '#app/organisation/domain/translated'
import type { Organisation } from '#app/organisation/models/organisation'

/** V6: the logos of the footer with their heading; null where there are none. */
export function presentFunders(organisation: Organisation, i18n: I18n) {
  const { funders, fundersHeading, defaultLocale } = organisation
  if (funders.length === 0) return null
  const locale = isLocale(i18n.locale) ? i18n.locale : FALLBACK_LOCALE
  return {
    heading: translatedIn(fundersHeading, locale, defaultLocale) || i18n.t('ui.funded_by'),
    logos: funders.map(({ picture, alternative, link, width, height }) => ({
      src: urlFor('organisation.funder_logos.show', { id: picture }),
      alt: translatedIn(alternative, locale, defaultLocale),
      ...{ link, width, height },
    })),
  }
}
