import type { User } from '#core/accounts'
import type { Locale } from '#core/organisation'
import type { Purpose } from '#app/consent/domain/choice'

/** A cookie that is set, as the cookie page tells of it. */
export type CookieDefinition = {
  /** As a browser lists it. */
  name: string
  /** Lang key of one sentence: what it is for. */
  what: string
  /** How long a browser keeps it; `null`: until it is closed. */
  keeps: { minutes: number } | { days: number } | null
  /** It is optional: set after the visitor agreed to this purpose, removed when they no longer do. */
  purpose?: Purpose
  /** Public pages are the same with it and without it, so one rendering may serve both. */
  samePages?: true
}

/** Something optional that this installation can do with the data of visitors (V5). */
export type PurposeUse = {
  purpose: Purpose
  /** Lang key of a sentence or two: what is done, with what, for how long. */
  what: string
  /** Whether the organisation has switched it on; as long as it has not, nobody is asked. */
  isOn: () => Promise<boolean>
}

/** A consent that is recorded with something that somebody sent, such as a booking. */
export type RecordedConsent = {
  /** The words that were agreed to, in the language in which they were read. */
  text: string
  locale: Locale
  /** Of the form in which they stood. */
  version: number
  at: number
  /** What it was given for, and where that is taken back. */
  of: { text: string; href: string }
}

/** Finds the consents of a person among the records of a module or plugin. */
export type ConsentSource = (user: User) => Promise<RecordedConsent[]>
