/** What is set in the browsers of visitors, and whether they agreed. */
export type {
  ConsentSource,
  CookieDefinition,
  PurposeUse,
  RecordedConsent,
} from '#app/consent/definition'
export type { Consent } from '#app/consent/context'
export type { Purpose } from '#app/consent/domain/choice'
