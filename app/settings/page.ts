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

/** What a page of settings shows besides the settings. */
export type SettingsPage = {
  variables?: ShownVariable[]
  /** Actions of lists and pages that are offered here too: `messaging.mails.send_test`. */
  actions?: string[]
}
