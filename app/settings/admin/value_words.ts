import type { Viewer } from '#core/admin'
import { FORMAT_LOCALES, LOCALE_NAMES, LOCALES, type Translated } from '#core/organisation'
import { settingText, type SettingDefinition } from '#app/settings/domain/definition'
import { minorDigits } from '#app/settings/domain/further_kinds'

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
      return amountWords(Number(value), field.currency, viewer)
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
export function amountText(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  return (minor / 10 ** digits).toFixed(digits)
}

function amountWords(minor: number, currency: string, { locale }: Viewer): string {
  const format = new Intl.NumberFormat(FORMAT_LOCALES[locale], { style: 'currency', currency })
  return format.format(minor / 10 ** minorDigits(currency))
}

function textWords(texts: Translated): string {
  const written = LOCALES.filter((locale) => texts[locale])
  return written.map((locale) => `${LOCALE_NAMES[locale]}: ${texts[locale]}`).join('\n') || NOTHING
}
