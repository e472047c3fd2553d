import i18nManager from '@adonisjs/i18n/services/main'
import type { Locale } from '#core/organisation'
import type { Translate } from '#app/messaging/definitions'
import { ownTexts } from '#app/messaging/queries/own_texts'

/** How a mail speaks: the operator's wording first, ours wherever there is none. */
export async function mailTranslate(template: string, locale: Locale): Promise<Translate> {
  const i18n = i18nManager.locale(locale)
  const ours: Translate = (key, values) => i18n.t(key, values)
  const own = await ownTexts(template, locale)
  if (!own) return ours
  return (key, values) => {
    const message = Object.hasOwn(own, key) ? own[key] : undefined
    if (message === undefined) return ours(key, values)
    try {
      return i18n.formatRawMessage(message, values)
    } catch {
      // It was right when it was saved; a newer version gives the mail other values.
      return ours(key, values)
    }
  }
}
