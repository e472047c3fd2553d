import type { PageAction } from '#core/admin'
import { isLocale, LOCALE_NAMES, LOCALES } from '#core/organisation'
import { allContributions, contributions } from '#core/platform'
import { sendTestMail } from '#app/messaging/actions/send_test_mail'
import { mailName } from '#app/messaging/admin/mail_name'
import { testMailSaid } from '#app/messaging/admin/send_test'

const languages = () => LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))

/** A mail with its invented data, in the mail program of whoever words it. */
export const sendSample: PageAction = {
  id: 'send_sample',
  permission: 'messaging.edit_templates',
  icon: 'send',
  form: [
    {
      name: 'mail',
      kind: 'choice',
      choices: (viewer) =>
        allContributions('mails')
          .filter(({ owner }) => viewer.isActive(owner))
          .flatMap(({ value }) => value)
          .map(({ id }) => ({ value: id, label: mailName(id, viewer) })),
      required: true,
    },
    { name: 'language', kind: 'choice', choices: languages, required: true },
  ],
  initial: ({ locale }) => ({ language: locale }),
  async run({ values: { mail: id, language }, viewer: { user, actor } }) {
    const mails = (await contributions('mails')).flatMap(({ value }) => value)
    const mail = mails.find((one) => one.id === id)
    if (!mail || !isLocale(language)) {
      return { ok: false, reason: 'messaging.admin.templates.said.no_mail' }
    }
    const to = user.email
    return testMailSaid(await sendTestMail({ to, locale: language, actor, mail }), to)
  },
}
