import { emailSetting, type SettingsAction, type SettingsPage } from '#core/settings'
import env from '#start/env'
import { sendTestMail } from '#app/messaging/actions/send_test_mail'
import { testMailWords } from '#app/messaging/admin/test_mail_words'

const address = emailSetting('messaging.test_address', { default: '' })

const sendTest: SettingsAction = {
  id: 'messaging.send_test',
  icon: 'send',
  fields: [address],
  initial: ({ user }) => ({ [address.key]: user.email }),
  async run(values, viewer) {
    const to = String(values[address.key])
    if (to === '') return { ok: false, text: viewer.t('settings.errors.not_an_email') }
    const { locale, actor } = viewer
    return testMailWords(await sendTestMail({ to, locale, actor }), to, viewer)
  },
}

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
  actions: [sendTest],
}
