import type { Viewer } from '#core/admin'
import { checkMessage } from '#core/overrides'
import type { Locale } from '#core/organisation'
import type { MailText } from '#app/messaging/queries/mail_texts'

const LONGEST = 2000

type Read = { texts: Record<string, string>; errors: Record<string, string> }

export const fieldOf = (key: string): string => `own-${key.replaceAll('.', '-')}`

/** What was typed for each text of a mail; an empty field leaves ours. */
export function readOwnTexts(
  parts: readonly MailText[],
  typed: unknown,
  { locale, viewer }: { locale: Locale; viewer: Viewer }
): Read {
  const read: Read = { texts: {}, errors: {} }
  for (const part of parts) {
    const message = wordsIn(typed, part)
    if (message === '' || message === part.original) continue
    const reason =
      message.length > LONGEST ? 'too_long' : checkMessage(message, part.original, locale)
    if (!reason) read.texts[part.key] = message
    else read.errors[fieldOf(part.key)] = sentence(reason, part, viewer)
  }
  return read
}

/** A subject is one line; elsewhere a line end is only a space, as HTML has it. */
function wordsIn(typed: unknown, { key }: MailText): string {
  const message = ownIn(typed, key)
  return typeof message === 'string' ? message.replaceAll(/\s+/g, ' ').trim() : ''
}

export function ownIn(typed: unknown, key: string): unknown {
  if (typeof typed !== 'object' || typed === null || !Object.hasOwn(typed, key)) return undefined
  return (typed as Record<string, unknown>)[key]
}

function sentence(reason: string, { placeholders }: MailText, viewer: Viewer): string {
  const names = placeholders.map((name) => `{${name}}`).join(', ')
  return viewer.t(`messaging.templates.errors.${reason}`, {
    max: LONGEST,
    names: names || viewer.t('messaging.templates.no_placeholders'),
  })
}
