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
  const publicId = randomId()
  // Two processes may queue the same mail at once: the key decides, not a look beforehand.
  await trx
    .insertQuery()
    .table('messaging_mails')
    .insert({
      public_id: publicId,
      message_id: `${publicId}@${mailHost}`,
      template: mail.id,
      owner: mail.id.split('.')[0],
      to_address: input.to,
      to_name: input.toName ?? null,
      locale: input.locale,
      data: JSON.stringify(input.data),
      dedupe_key: input.dedupeKey ?? null,
      about_object: input.about?.object ?? null,
      about_id: input.about?.id ?? null,
      state: 'queued',
      created_at: clock.now(),
    })
    .onConflict('dedupe_key')
    .ignore()
  const row = await OutboxMail.findBy('publicId', publicId, { client: trx })
  if (row) await deliverLater(trx, row.id)
  return row
}

export async function deliverLater(trx: Trx, mailId: number): Promise<void> {
  await enqueue(trx, DELIVER_MAIL, { mailId }, { dedupeKey: `mail:${mailId}` })
}
