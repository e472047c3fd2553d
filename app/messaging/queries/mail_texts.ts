import i18nManager from '@adonisjs/i18n/services/main'
import { argumentsOf } from '#core/overrides'
import type { Locale } from '#core/organisation'
import type { MailDefinition, Translate } from '#app/messaging/definitions'
import { composeMail } from '#app/messaging/queries/compose_mail'
import { sampleIn } from '#app/messaging/queries/render_mail'

/** A text of a mail that an operator may word anew. */
export type MailText = {
  /** `booking.mails.ticket.text` */
  key: string
  isSubject: boolean
  /** As we ship it, with placeholders. */
  original: string
  /** Names that may stand in braces: `number`, `service`. */
  placeholders: string[]
}

/**
 * The texts of a mail in the order of its parts, found by writing it once with its invented data:
 * so every mail of every plugin can be worded anew without having said how. Words that mails
 * share with pages, such as "Date" on the ticket, are not among them.
 */
export async function mailTexts(definition: MailDefinition, locale: Locale): Promise<MailText[]> {
  const i18n = i18nManager.locale(locale)
  const shipped = i18nManager.getTranslationsFor(locale)
  const [owner] = definition.id.split('.')
  const used = new Set<string>()
  const listen: Translate = (key, values) => {
    if (key.startsWith(`${owner}.mails.`) || key.startsWith(`${definition.id}.`)) used.add(key)
    return i18n.t(key, values)
  }
  const sample = sampleIn(definition, locale)
  definition.subject(sample as never, listen)
  const subjects = new Set(used)
  const to = { name: 'Anna', email: 'anna@example.org' }
  await composeMail(definition, { locale, data: sample, to, t: listen })
  return [...used]
    .filter((key) => shipped[key] !== undefined)
    .map((key) => ({
      key,
      isSubject: subjects.has(key),
      original: shipped[key],
      placeholders: [...(argumentsOf(shipped[key], locale)?.keys() ?? [])],
    }))
}
