import type { Viewer } from '#core/admin'
import { LOCALES, LOCALE_NAMES } from '#core/organisation'
import { urlFor } from '#core/platform'
import type { OwnTexts } from '#app/messaging/models/own_texts'
import type { MailText } from '#app/messaging/queries/mail_texts'
import { renderSample } from '#app/messaging/queries/render_mail'
import { fieldOf, ownIn } from '#app/messaging/admin/read_own_texts'
import { VIEWS, type TemplateAddress } from '#app/messaging/admin/template_address'
import { mailName } from '#app/messaging/admin/mail_name'

/** Up to here one line is room enough. */
const SHORT = 50

type Entered = {
  errors?: Record<string, string>
  typed?: unknown
  /** What somebody else kept meanwhile, by key. */
  conflict?: Readonly<Record<string, string>> | null
}

type Shown = { parts: MailText[]; row: OwnTexts | null }

/** One mail in one language: how it looks with invented data, and its texts. */
export async function presentTemplate(
  at: TemplateAddress,
  { parts, row }: Shown,
  viewer: Viewer,
  entered: Entered = {}
) {
  const { definition, locale, view } = at
  const { id } = definition
  const address = (query: { language?: string; view?: string }) =>
    urlFor('messaging.template', { template: id }, { language: locale, view, ...query })
  const sample = await renderSample(definition, locale)
  return {
    title: mailName(id, viewer),
    view,
    language: LOCALE_NAMES[locale],
    locale,
    languages: LOCALES.map((one) => ({
      label: LOCALE_NAMES[one],
      href: address({ language: one }),
      current: one === locale,
    })),
    views: VIEWS.map((one) => ({
      label: viewer.t(`messaging.templates.views.${one}`),
      href: address({ view: one }),
      current: one === view,
    })),
    subject: sample.subject,
    text: view === 'text' ? sample.text : null,
    src: urlFor('messaging.template_preview', { template: id }, { language: locale }),
    fields: parts.map((part) => presentPart(part, row, viewer, entered)),
    errors: entered.errors ?? {},
    conflict: conflictOf(parts, entered, address({})),
    version: row?.version ?? 0,
    isReworded: row !== null,
    update: urlFor('messaging.templates.update', { template: id }),
    offers: [{ name: 'messaging.templates.send_sample', values: { mail: id, language: locale } }],
    back: {
      label: viewer.t('messaging.admin.templates.title'),
      href: urlFor('messaging.templates'),
    },
  }
}

function presentPart(part: MailText, row: OwnTexts | null, viewer: Viewer, entered: Entered) {
  const { key, isSubject, original, placeholders } = part
  const typed = entered.typed === undefined ? row?.texts[key] : ownIn(entered.typed, key)
  const name = key.split('.').at(-1)!
  return {
    id: fieldOf(key),
    name: `own[${key}]`,
    isShort: isSubject || original.length <= SHORT,
    label: viewer.word(
      `messaging.templates.parts.${isSubject ? 'subject' : name}`,
      viewer.t('messaging.templates.parts.text')
    ),
    original,
    placeholders: placeholders.map((one) => `{${one}}`),
    value: typeof typed === 'string' ? typed : '',
    error: entered.errors?.[fieldOf(key)],
  }
}

function conflictOf(parts: MailText[], { conflict, typed }: Entered, discard: string) {
  if (!conflict) return null
  const rows = parts.map(({ key, original }) => ({
    label: original,
    yours: String(ownIn(typed, key) ?? '') || original,
    stored: conflict[key] ?? original,
  }))
  return { by: null, rows: rows.filter(({ yours, stored }) => yours !== stored), discard }
}
