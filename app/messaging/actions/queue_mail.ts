import { mailHost } from '#config/mail'
import { clock, marks, randomId, rows, type Trx } from '#core/platform'
import { enqueue } from '#core/jobs'
import type { Locale } from '#core/organisation'
import { DELIVER_MAIL, type MailType } from '#app/messaging/definitions'

export type QueuedMail<D extends object> = {
  to: string
  toName?: string | null
  /** The recipient's language. */
  locale: Locale
  data: D
  /** A second mail with the same key is not written, ever: e.g. `booking.ticket:<event id>`. */
  dedupeKey?: string
  /** What the mail is about, so that staff find it from there. */
  about?: { object: string; id: number }
}

/**
 * Writes a mail and the job that delivers it into the caller's transaction. Returns the mail's
 * id, or null when one with this dedupe key was there before.
 */
export async function queueMail<D extends object>(
  trx: Trx,
  mail: Pick<MailType<D>, 'id'>,
  input: QueuedMail<D>
): Promise<{ id: number } | null> {
  const row = rowOf(mail.id, input)
  const columns = Object.keys(row)
  const [written] = await rows<{ id: number }>(trx, INSERT(columns), Object.values(row))
  if (!written) return null
  await deliverLater(trx, written.id)
  return { id: written.id }
}

function rowOf(template: string, input: QueuedMail<object>) {
  const publicId = randomId()
  return {
    public_id: publicId,
    message_id: `${publicId}@${mailHost}`,
    template,
    owner: template.split('.')[0],
    to_address: input.to,
    to_name: input.toName ?? null,
    locale: input.locale,
    data: JSON.stringify(input.data),
    dedupe_key: input.dedupeKey ?? null,
    about_object: input.about?.object ?? null,
    about_id: input.about?.id ?? null,
    state: 'queued',
    created_at: clock.now(),
  }
}

/** Two processes may queue the same mail at once: the key decides, not a look beforehand. */
const INSERT = (columns: string[]) =>
  `insert into messaging_mails (${columns.join(', ')}) values (${marks(columns)})
   on conflict (dedupe_key) do nothing returning id`

export async function deliverLater(trx: Trx, mailId: number): Promise<void> {
  await enqueue(trx, DELIVER_MAIL, { mailId }, { dedupeKey: `mail:${mailId}` })
}
