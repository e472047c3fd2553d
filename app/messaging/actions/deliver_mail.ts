import { clock, transaction } from '#core/platform'
import { errorText, persistently } from '#core/jobs'
import { isPermanent } from '#app/messaging/domain/delivery_failure'
import { isInvented } from '#app/messaging/domain/invented_address'
import { OutboxMail, type MailState } from '#app/messaging/models/outbox_mail'
import { composeMail } from '#app/messaging/queries/compose_mail'
import { isConfidential, mailDefinition } from '#app/messaging/queries/mail_definitions'
import { mailTransport, type MailTransport } from '#app/messaging/transport'

const BLANK = '{}'

/** Moves a mail on from `from`; false when somebody else was faster. */
async function moved(
  id: number,
  from: MailState[],
  values: Record<string, unknown>
): Promise<boolean> {
  const rows = await transaction((trx) =>
    trx.from('messaging_mails').where('id', id).whereIn('state', from).update(values)
  )
  return Number(rows) === 1
}

async function send(mail: OutboxMail, transport: MailTransport): Promise<void> {
  const definition = mailDefinition(mail.template)
  if (!definition) throw new Error(`Nothing declares the mail ${mail.template}`)
  const to = { name: mail.toName ?? '', email: mail.toAddress }
  const composed = await composeMail(definition, { locale: mail.locale, data: mail.data, to })
  await transport.send(composed, mail.messageId)
}

/**
 * Hands a mail to the mail server and stores what came of it. A worker that dies between the
 * server's 250 and the mark leaves the mail `sending`: the next one sends it again under the same
 * Message-ID, one duplicate at most. Throws when it should be tried again.
 */
export async function deliverMail(mailId: number): Promise<void> {
  const mail = await OutboxMail.find(mailId)
  if (!mail) return
  const transport = isInvented(mail.toAddress) ? null : mailTransport()
  if (!transport) {
    await moved(mailId, ['queued', 'sending'], { state: 'kept' })
    return
  }
  const attempt = { state: 'sending', attempts: mail.attempts + 1 }
  if (!(await moved(mailId, ['queued', 'sending'], attempt))) return
  try {
    await send(mail, transport)
  } catch (error) {
    await markRefused(mail, error)
    if (isPermanent(error)) return
    throw error
  }
  // The mail is out: if this is not stored, it goes out twice.
  await persistently(() => markSent(mail))
}

async function markSent({ id, template }: OutboxMail): Promise<void> {
  const blanked = isConfidential(template) ? { data: BLANK } : {}
  const values = { state: 'sent', sent_at: clock.now(), last_error: null, ...blanked }
  await moved(id, ['sending'], values)
}

async function markRefused(mail: OutboxMail, error: unknown): Promise<void> {
  const state = isPermanent(error) ? 'failed' : 'queued'
  await moved(mail.id, ['sending'], { state, last_error: errorText(error) })
}

/** After the last attempt: staff see the mail as failed and can send it again. */
export async function giveUpMail(mailId: number, reason: string): Promise<void> {
  await moved(mailId, ['queued', 'sending'], { state: 'failed', last_error: reason })
}
