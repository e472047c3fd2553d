import edge from 'edge.js'
import i18nManager from '@adonisjs/i18n/services/main'
import { mailHost } from '#config/mail'
import { clock } from '#core/platform'
import { currentOrganisation, formats, type Locale } from '#core/organisation'
import { setting } from '#core/settings'
import { replyTo } from '#app/messaging/settings'
import type {
  FileAttachment,
  MailAttachment,
  MailDefinition,
  Translate,
} from '#app/messaging/definitions'
import { inviteText, type InviteMethod, type Person } from '#app/messaging/domain/calendar_invite'
import { textPart } from '#app/messaging/domain/text_part'
import { mailUrl } from '#app/messaging/mail_url'
import { mailTranslate } from '#app/messaging/queries/mail_translate'
import { mailSender } from '#app/messaging/queries/sender'

export type ComposedMail = {
  subject: string
  from: Person
  to: Person
  /** The organisation's contact; the sender's address is often read by nobody. */
  replyTo: string | null
  html: string
  text: string
  files: FileAttachment[]
  /** At most one: calendars take a mail for one invitation. */
  invite: { method: InviteMethod; content: string } | null
}

export type MailContent = {
  locale: Locale
  data: object
  to: Person
  /** How it speaks, when not as the operator and we word it. */
  t?: Translate
}

async function renderParts(definition: MailDefinition, { locale, data, ...content }: MailContent) {
  const i18n = i18nManager.locale(locale)
  const t = content.t ?? (await mailTranslate(definition.id, locale))
  const organisation = await currentOrganisation()
  const view = edge.createRenderer().share({ i18n, t, locale, organisation, mailUrl, formats })
  const html = await view.render(definition.view, data)
  const textView = `${definition.view}_text`
  const text = hasTemplate(textView) ? await view.render(textView, data) : textPart(html)
  return { html, text, t }
}

function hasTemplate(name: string): boolean {
  try {
    edge.loader.resolve(name)
    return true
  } catch {
    return false
  }
}

function splitAttachments(attachments: MailAttachment[]) {
  const files = attachments.filter((one) => 'content' in one)
  const invite = attachments.find((one) => 'uid' in one)
  return { files, invite }
}

/** A header is one line, whatever an operator's text or a person's name in it holds. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ')

const named = ({ name, email }: Person): Person => ({ name: oneLine(name), email })

/** Writes a mail in the recipient's language out of its stored data. */
export async function composeMail(
  definition: MailDefinition,
  content: MailContent
): Promise<ComposedMail> {
  const { html, text, t } = await renderParts(definition, content)
  const from = named(await mailSender())
  const to = named(content.to)
  const data = content.data as never
  const { files, invite } = splitAttachments((await definition.attachments?.(data, t)) ?? [])
  const parties = { organizer: from, attendee: to, host: mailHost, stamp: clock.now() }
  return {
    subject: oneLine(definition.subject(data, t)),
    from,
    to,
    replyTo: (await setting(replyTo)) || (await currentOrganisation()).email,
    html,
    text,
    files,
    invite: invite ? { method: invite.method, content: inviteText(invite, parties) } : null,
  }
}
