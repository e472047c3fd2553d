import i18nManager from '@adonisjs/i18n/services/main'
import type { Result } from '#core/platform'
import type { Locale } from '#core/organisation'
import type { MailDefinition } from '#app/messaging/definitions'
import type { OutboxMail } from '#app/messaging/models/outbox_mail'
import { composeMail, type ComposedMail } from '#app/messaging/queries/compose_mail'
import { mailDefinition } from '#app/messaging/queries/mail_definitions'

export type RenderRefusal = 'unknown_template' | 'confidential'

/** A mail of the outbox as its recipient sees it, for staff. Secrets are not shown. */
export async function renderMail(
  mail: OutboxMail
): Promise<Result<{ mail: ComposedMail }, RenderRefusal>> {
  const definition = mailDefinition(mail.template)
  if (!definition) return { ok: false, reason: 'unknown_template' }
  if (definition.confidential) return { ok: false, reason: 'confidential' }
  const to = { name: mail.toName ?? '', email: mail.toAddress }
  return { ok: true, mail: await composeMail(definition, { ...contentOf(mail), to }) }
}

/** A kind of mail with its invented data, in any language. */
export async function renderSample(
  definition: MailDefinition,
  locale: Locale
): Promise<ComposedMail> {
  const to = { name: 'Anna Example', email: 'anna@example.org' }
  return composeMail(definition, { locale, data: sampleIn(definition, locale), to })
}

export function sampleIn(definition: MailDefinition, locale: Locale): object {
  const i18n = i18nManager.locale(locale)
  return definition.sample((key, values) => i18n.t(key, values))
}

function contentOf({ locale, data }: OutboxMail) {
  return { locale, data }
}
