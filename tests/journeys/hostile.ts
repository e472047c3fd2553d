import PostalMime from 'postal-mime'
import { resourceNamed } from '#core/admin'
import { OutboxMail, renderMail } from '#core/messaging'
import { LOCALES, type Translated } from '#core/organisation'
import { registry } from '#core/platform'
import { unescapeHtml } from '#tests/kit/forms'
import type { Answer, HttpClient } from '#tests/kit/http'
import { subjectOf } from '#tests/kit/matrix'

export const POISONS = {
  markup: `"><img src=x onerror=1>`,
  script: `'></textarea></title><script>alert(1)</script>`,
  template: '{{ 7331*7 }}${7331*7}{{{ "<i>x" }}}@eval(1)',
  sql: `'; drop table booking_drafts; --`,
  'an unclosed ICU message': `{name, select, other {'{' l’eau '<b>'`,
  'right to left and emoji': '\u202Eevil\u202C 👩\u200D🚀 <b>שלום',
  'further header lines': 'Ada\r\nX-Evil: 1\r\n\r\n<img src=x>',
}

/** What no page and no mail may contain: our text as markup, or a template that was run. */
export const MARKUP = /<img src=x|<script>alert|<b>|<i>x|51317/i
/** A calendar file is no markup; there a text must not become a line of its own. */
const LINE = /^X-Evil:/im

/** An operator's text that is the same in every language. */
export const everyLanguage = (text: string): Translated =>
  Object.fromEntries(LOCALES.map((locale) => [locale, text]))

const squashed = (text: string) => text.replaceAll(/\s+/g, ' ')

/** Whether a person reads this text on the page, whatever it is made of. */
export const shows = (page: Answer, text: string): boolean =>
  squashed(unescapeHtml(page.text)).includes(squashed(text))

function leakIn({ headers, text }: Answer): string | undefined {
  if (headers.has('x-evil')) return 'a header'
  const type = headers.get('content-type') ?? ''
  // Programs read JSON and tables; no browser takes them for a page.
  if (/^(application\/(json|vnd)|text\/csv)/.test(type)) return undefined
  return (type.startsWith('text/calendar') ? LINE : MARKUP).exec(text)?.[0]
}

/** Every answer that was looked at. */
export class Seen {
  readonly answers: [what: string, answer: Answer][] = []

  add(what: string, answer: Answer): Answer {
    this.answers.push([what, answer])
    return answer
  }

  async look(client: HttpClient, path: string): Promise<Answer> {
    return this.add(path, await client.get(path))
  }

  /** Answers that broke, and those in which a text was more than text. */
  faults(): string[] {
    return this.answers.flatMap(([what, answer]) => {
      const leak = leakIn(answer)
      return [
        ...(answer.status >= 500 ? [`${what}: ${answer.status}`] : []),
        ...(leak === undefined ? [] : [`${what}: ${leak}`]),
      ]
    })
  }
}

/** Pages of the panel for one record, by the resource whose records they show. */
const SHOWN: Record<string, string> = {
  'booking.desk_moves.create': 'booking.appointments',
  'customers.joins.create': 'customers.customers',
  'messaging.mails.preview': 'messaging.mails',
  'patient-visits.desk_moves.create': 'patient-visits.visits',
  'patient-visits.documents.edit': 'patient-visits.visits',
  'helpdesk.desk_replies.create': 'helpdesk.tickets',
  'helpdesk.deadlines.show': 'helpdesk.tickets',
  'shop-quotes.order_replies.create': 'shop-quotes.orders',
  'shop-quotes.order_payments.create': 'shop-quotes.orders',
  'shop-quotes.order_refunds.create': 'shop-quotes.orders',
  'shop-quotes.quote_drafts.edit': 'shop-quotes.quotes',
  'shop-quotes.quote_sendings.create': 'shop-quotes.quotes',
  'shop-quotes.quote_comparisons.show': 'shop-quotes.quotes',
  'shop-quotes.quote_replies.create': 'shop-quotes.quotes',
  'queue-caller.screen_previews.show': 'queue-caller.screens',
}

/**
 * Pages whose `:id` is the name of a plugin, a run of an action or a view of one's own; those of a
 * ticket are looked at where there is a queue: plugins/queue-caller/tests/desk_hostile.spec.ts.
 */
const OF_NO_RECORD = [
  'queue-caller.desk_transfers.create',
  'queue-caller.desk_notes.edit',
  'queue-caller.desk_departures.create',
  'platform.plugin',
  'admin.runs.show',
  'admin.run_files.show',
  'admin.list_views.edit',
  'admin.list_view_removals.create',
  // A file, no page.
  'shop-quotes.order_documents.show',
  // It leads on to the order.
  'shop-quotes.appointments.show',
  // No resource: its own tests look at it with such texts.
  'queue-caller.printed_tickets.show',
]

/** Opens every page of the panel that is about a record; returns those that found none. */
export async function lookAtRecords(client: HttpClient, seen: Seen): Promise<string[]> {
  const without: string[] = []
  for (const { name, owner, area, method, pattern } of registry.routes) {
    if (area !== 'staff' || method !== 'GET' || !pattern.includes(':id')) continue
    if (OF_NO_RECORD.includes(name)) continue
    const { model } = resourceNamed(
      SHOWN[name] ?? subjectOf({ owner, name }).split('.').slice(0, 2).join('.')
    )
    const records = await model.query().orderBy(model.primaryKey, 'desc').limit(2)
    if (records.length === 0) without.push(name)
    for (const { $primaryKeyValue: id } of records) {
      await seen.look(client, pattern.replace(':id', String(id)))
    }
  }
  return without
}

/** What is wrong with the mails of the outbox as their recipients see them. */
export async function leakingMails(): Promise<string[]> {
  const leaking: string[] = []
  for (const row of await OutboxMail.all()) {
    const rendered = await renderMail(row)
    if (!rendered.ok) continue
    const { html, subject, invite } = rendered.mail
    if (MARKUP.test(html)) leaking.push(`${row.template}: ${MARKUP.exec(html)?.[0]}`)
    if (/[\r\n]/.test(subject)) leaking.push(`${row.template}: a subject of two lines`)
    if (invite && LINE.test(invite.content)) leaking.push(`${row.template}: invite`)
  }
  return leaking
}

/** What is wrong with mails as a mail server took them. */
export async function leakingMessages(messages: readonly string[]): Promise<string[]> {
  const leaking: string[] = []
  for (const raw of messages) {
    const { subject, from, to, html, attachments } = await PostalMime.parse(raw)
    const parts = raw.split(/^--.*\r?$/m).map((part) => part.trimStart().split('\r\n\r\n')[0])
    if (parts.some((headers) => LINE.test(headers))) leaking.push(`${subject}: a header`)
    if (to?.length !== 1) leaking.push(`${subject}: ${to?.length} recipients`)
    if (/[\r\n]/.test(`${subject}${from?.name}${to?.[0].name}`)) leaking.push(`${subject}: lines`)
    if (MARKUP.test(html ?? '')) leaking.push(`${subject}: markup`)
    const files = attachments.map(({ content }) => new TextDecoder().decode(content as ArrayBuffer))
    if (files.some((file) => LINE.test(file))) leaking.push(`${subject}: a line of a file`)
  }
  return leaking
}
