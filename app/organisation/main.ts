export { Organisation } from '#app/organisation/models/organisation'
export { Location } from '#app/organisation/models/location'
export type { HelpPage } from '#app/organisation/help_page'
export { presentFunders } from '#app/organisation/presenters/funders'
export { helpAddress } from '#app/organisation/presenters/help'
export { presentOwnText, type PresentedOwnText } from '#app/organisation/presenters/site_text'
export { currentOrganisation, translated } from '#app/organisation/queries/current_organisation'
export { offeredLocation, offeredLocations } from '#app/organisation/queries/locations'
export {
  decimalInput,
  decimalsOf,
  decimalText,
  isCurrency,
  moneyText,
  readDecimal,
} from '#app/organisation/domain/decimals'
export { formats, type Formats } from '#app/organisation/domain/formats'
export {
  FALLBACK_LOCALE,
  FORMAT_LOCALES,
  LOCALES,
  LOCALE_NAMES,
  isLocale,
  type Locale,
} from '#app/organisation/domain/locales'
export {
  setUpOrganisation,
  type NewOrganisation,
} from '#app/organisation/actions/set_up_organisation'
export { ZONES } from '#app/organisation/domain/zones'
export { isColour, isEmbedHost, isSlug, isZone } from '#app/organisation/domain/profile_rules'
export { cleanTranslated, translatedIn, type Translated } from '#app/organisation/domain/translated'
