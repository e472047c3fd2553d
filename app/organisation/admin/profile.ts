import { resource, type FieldErrors, type Values } from '#core/admin'
import { LOCALE_NAMES, LOCALES, type Locale } from '#app/organisation/domain/locales'
import { Organisation } from '#app/organisation/models/organisation'

const HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:\d{1,5})?$/
const languages = () => LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))

/** The organisation itself: who it is, in which colour and languages it speaks. */
export const profile = resource({
  id: 'organisation.profile',
  model: Organisation,
  single: 1,
  permission: { view: 'organisation.manage', manage: 'organisation.manage' },
  icon: 'building-2',
  label: (organisation) => organisation.name,
  form: {
    sections: [
      {
        name: 'who',
        fields: [
          { name: 'name', kind: 'text', max: 120, required: true },
          { name: 'email', kind: 'email' },
          { name: 'phone', kind: 'phone' },
          { name: 'address', kind: 'long_text', max: 500, rows: 3 },
          { name: 'accent', kind: 'colour', hint: true },
        ],
      },
      {
        name: 'languages',
        fields: [
          { name: 'locales', kind: 'choices', choices: languages, required: true, hint: true },
          { name: 'defaultLocale', kind: 'choice', choices: languages, required: true },
        ],
      },
      {
        name: 'texts',
        fields: (['legalNotice', 'privacyNotice', 'accessibilityStatement', 'help'] as const).map(
          (name) => ({ name, kind: 'translated', long: true, hint: name === 'legalNotice' })
        ),
      },
      {
        name: 'embedding',
        fields: [{ name: 'allowedEmbedHosts', kind: 'list', max: 253, pattern: HOST, hint: true }],
      },
    ],
    check: async ({ values }) => ownLanguageIsOffered(values),
  },
})

function ownLanguageIsOffered({ locales, defaultLocale }: Values): FieldErrors {
  if ((locales as Locale[]).includes(defaultLocale as Locale)) return {}
  return { defaultLocale: 'organisation.admin.profile.errors.not_offered' }
}
