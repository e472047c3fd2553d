import type { Viewer } from '#core/admin'
import type { SettingDefinition } from '#app/settings/domain/definition'

/** Something that only the deployment decides, shown locked with the name of its variable. */
export type ShownVariable = {
  /** `SMTP_HOST` */
  name: string
  /** Lang key of what it is. */
  label: string
  /** The value in force, as it is written there; null when it is not set. */
  value: () => string | null
  /** Only whether it is set is shown. */
  secret?: boolean
}

/** What came of an action, in words; `detail` is what another program answered, as it stands. */
export type SettingsActionResult = { ok: boolean; text: string; detail?: string }

/**
 * A deed that belongs to a page of settings, e.g. to send a test mail. Its words are
 * `<owner>.settings.actions.<id>.title`, `.text` and `.button`.
 */
export type SettingsAction = {
  /** With the owner's prefix: `messaging.send_test`. */
  id: string
  icon?: string
  /** What it asks for: settings that are never stored, with their kinds and their rules. */
  fields: SettingDefinition[]
  /** What stands in the fields at first, by key. */
  initial?: (viewer: Viewer) => Readonly<Record<string, unknown>>
  /** @param values what was typed, checked, by key */
  run: (values: Readonly<Record<string, unknown>>, viewer: Viewer) => Promise<SettingsActionResult>
}

/** What a page of settings shows besides the settings. */
export type SettingsPage = { variables?: ShownVariable[]; actions?: SettingsAction[] }
