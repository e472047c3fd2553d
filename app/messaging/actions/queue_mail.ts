import { mailHost } from '#config/mail'
import { clock, randomId, type Trx } from '#core/platform'
import { enqueue } from '#core/jobs'
import type { Locale } from '#core/organisation'
import { DELIVER_MAIL, type MailType } from '#app/messaging/definitions'
import { OutboxMail } from '#app/messaging/models/outbox_mail'

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
 * Writes a mail and the job that delivers it into the caller's transaction. Returns the mail, or
 * null when one with this dedupe key was there before.
 */
export async function queueMail<D extends object>(
  trx: Trx,
  mail: Pick<MailType<D>, 'id'>,
  input: QueuedMail<D>
): Promise<OutboxMail | null> {
  if (input.dedupeKey && (await exists(trx, input.dedupeKey))) return null
  const publicId = randomId()
  const row = await OutboxMail.create(
    {
      publicId,
      messageId: `${publicId}@${mailHost}`,
      template: mail.id,
      owner: mail.id.split('.')[0],
      toAddress: input.to,
      toName: input.toName ?? null,
      locale: input.locale,
      data: input.data,
      dedupeKey: input.dedupeKey ?? null,
      aboutObject: input.about?.object ?? null,
      aboutId: input.about?.id ?? null,
      state: 'queued',
      attempts: 0,
      createdAt: clock.now(),
      version: 1,
    },
    { client: trx }
  )
  await deliverLater(trx, row.id)
  return row
}

async function exists(trx: Trx, dedupeKey: string): Promise<boolean> {
  return (
    (await trx.from('messaging_mails').where('dedupe_key', dedupeKey).select('id').first()) !== null
  )
}

export async function deliverLater(trx: Trx, mailId: number): Promise<void> {
  await enqueue(trx, DELIVER_MAIL, { mailId }, { dedupeKey: `mail:${mailId}` })
}
