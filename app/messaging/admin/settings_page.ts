import type { SettingsPage } from '#core/settings'
import env from '#start/env'

/** As it would be written in the environment. */
function written(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return value === undefined ? null : String(value)
}

const variable = (name: keyof typeof env, secret = false) => ({
  name,
  label: `messaging.settings.variables.${name.toLowerCase()}`,
  value: () => written(env[name]),
  secret,
})

/** Mail servers are named by the deployment alone: the panel shows which, and tries it. */
export const settingsPage: SettingsPage = {
  variables: [
    variable('SMTP_HOST'),
    variable('SMTP_PORT'),
    variable('SMTP_SECURE'),
    variable('SMTP_USER'),
    variable('SMTP_PASSWORD', true),
    variable('MAIL_FROM'),
  ],
  actions: ['messaging.mails.send_test'],
}
