import type { User } from '#core/accounts'
import type { Formats, Locale } from '#core/organisation'
import type { Actor } from '#core/platform'
import type { SettingDefinition } from '#core/settings'

/** The member of staff who looks at a page, and how they read it. */
export type Viewer = {
  user: User
  actor: Actor
  locale: Locale
  /** Ids of the locations whose records they see now; null means all. */
  locationIds: number[] | null
  /** The one of the locations they work for to which they have narrowed the panel. */
  narrowedTo: number | null
  now: number
  t(key: string, values?: Record<string, unknown>): string
  /** Whether somebody wrote a text for the key. */
  has(key: string): boolean
  /** The text of a key, or this word where nobody wrote one. */
  word(key: string, otherwise: string): string
  can(permission: string): boolean
  /** True for core modules and enabled plugins: what a switched-off plugin has is not offered. */
  isActive(owner: string): boolean
  /** The value of a setting that the organisation has now. */
  setting<T>(definition: SettingDefinition<T>): T
  /** Zone of the organisation's first location, for records that have no place. */
  zone: string
  /** Formats in a zone; without one in `zone`. */
  formats(zone?: string): Formats
}
