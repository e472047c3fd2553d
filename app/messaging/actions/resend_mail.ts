import { audit } from '#core/audit'
import type { Actor, Result, Trx } from '#core/platform'
import { deliverLater, queueMail } from '#app/messaging/actions/queue_mail'
import type { OutboxMail } from '#app/messaging/models/outbox_mail'
import { isConfidential } from '#app/messaging/queries/mail_definitions'

export type ResendRefusal = 'confidential' | 'on_its_way'

/**
 * Staff send a mail again. One that never left goes out as it is; one that was sent goes out as a
 * new mail, since mailboxes drop a second one with the same Message-ID.
 */
export async function resendMail(
  trx: Trx,
  mail: OutboxMail,
  actor: Actor
): Promise<Result<{ mailId: number }, ResendRefusal>> {
  if (isConfidential(mail.template)) return { ok: false, reason: 'confidential' }
  const mailId = mail.state === 'sent' ? await sendCopy(trx, mail) : await sendItself(trx, mail)
  if (mailId === null) return { ok: false, reason: 'on_its_way' }
  await audit(trx, {
    actor,
    action: 'messaging.resent',
    object: 'messaging.mail',
    objectId: mailId,
  })
  return { ok: true, mailId }
}

async function sendCopy(trx: Trx, mail: OutboxMail): Promise<number | null> {
  const about =
    mail.aboutObject !== null && mail.aboutId !== null
      ? { object: mail.aboutObject, id: mail.aboutId }
      : undefined
  const { toAddress: to, toName, locale, data } = mail
  const copy = await queueMail(trx, { id: mail.template }, { to, toName, locale, data, about })
  return copy?.id ?? null
}

async function sendItself(trx: Trx, mail: OutboxMail): Promise<number | null> {
  const changed = await trx
    .from('messaging_mails')
    .where({ id: mail.id, version: mail.version })
    .whereIn('state', ['kept', 'failed'])
    .update({ state: 'queued', attempts: 0, last_error: null, version: mail.version + 1 })
  if (Number(changed) !== 1) return null
  await deliverLater(trx, mail.id)
  return mail.id
}
