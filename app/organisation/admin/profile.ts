import { resource, type FieldErrors, type Values } from '#core/admin'
import { clock } from '#core/platform'
import { ASSESSORS, CONFORMANCES, OWN_TEXTS } from '#app/organisation/domain/legal_facts'
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
          { name: 'representedBy', kind: 'text', max: 200, hint: true },
          { name: 'dataProtectionOfficer', kind: 'long_text', max: 500, rows: 3, hint: true },
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
        fields: OWN_TEXTS.map((name) => ({
          ...{ name, kind: 'translated', long: true },
          hint: name === 'legalNotice' || name === 'cookieNotice',
        })),
      },
      {
        name: 'accessibility',
        fields: [
          {
            name: 'conformance',
            kind: 'choice',
            choices: CONFORMANCES,
            required: true,
            hint: true,
          },
          { name: 'inaccessibleContent', kind: 'translated', long: true, hint: true },
          { name: 'assessedOn', kind: 'date', hint: true },
          { name: 'assessedBy', kind: 'choice', choices: ASSESSORS, required: true },
          { name: 'enforcementBody', kind: 'translated', long: true, hint: true },
        ],
      },
      {
        name: 'funding',
        fields: [{ name: 'fundersHeading', kind: 'translated', max: 120, hint: true }],
      },
      {
        name: 'embedding',
        fields: [{ name: 'allowedEmbedHosts', kind: 'list', max: 253, pattern: HOST, hint: true }],
      },
    ],
    check: async ({ values }) => ownLanguageIsOffered(values),
    fill: async (organisation) => organisation.noteChangedTexts(clock.now()),
  },
})

function ownLanguageIsOffered({ locales, defaultLocale }: Values): FieldErrors {
  if ((locales as Locale[]).includes(defaultLocale as Locale)) return {}
  return { defaultLocale: 'organisation.admin.profile.errors.not_offered' }
}
