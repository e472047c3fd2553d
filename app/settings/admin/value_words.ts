import type { Viewer } from '#core/admin'
import { decimalsOf, decimalText, LOCALE_NAMES, LOCALES, type Translated } from '#core/organisation'
import { settingText, type SettingDefinition } from '#app/settings/domain/definition'

const NOTHING = '–'

/** A value of a setting as people read it; of a secret only whether there is one. */
export function valueWords(definition: SettingDefinition, value: unknown, viewer: Viewer): string {
  const { field } = definition
  switch (field.kind) {
    case 'boolean':
      return viewer.t(value ? 'admin.yes' : 'admin.no')
    case 'minutes':
      return viewer.t('settings.admin.page.minutes', { count: Number(value) })
    case 'number':
      return viewer.formats().number(Number(value))
    case 'money':
      return viewer.formats().money(Number(value), field.currency)
    case 'secret':
      return viewer.t(`settings.admin.page.secret.${value ? 'set' : 'not_set'}`)
    case 'translated':
      return textWords(value as Translated)
    case 'choice':
      return choiceWord(definition, String(value), viewer)
    case 'list':
      return (value as string[]).join('\n') || NOTHING
    default:
      return String(value ?? '') || NOTHING
  }
}

export const choiceWord = (definition: SettingDefinition, value: string, viewer: Viewer): string =>
  viewer.word(`${settingText(definition, 'choices')}.${value}`, value)

/** As it is typed: `12.50`. */
export const amountText = (minor: number, currency: string): string =>
  decimalText(minor, decimalsOf(currency))

function textWords(texts: Translated): string {
  const written = LOCALES.filter((locale) => texts[locale])
  return written.map((locale) => `${LOCALE_NAMES[locale]}: ${texts[locale]}`).join('\n') || NOTHING
}
