import { errorText } from '#core/jobs'
import { audit } from '#core/audit'
import { randomId, transaction, type Actor, type Trx } from '#core/platform'
import type { Locale } from '#core/organisation'
import { mailHost } from '#config/mail'
import type { MailDefinition } from '#app/messaging/definitions'
import { queueMail } from '#app/messaging/actions/queue_mail'
import { failureKind, type FailureKind } from '#app/messaging/domain/delivery_failure'
import { isInvented } from '#app/messaging/domain/invented_address'
import { TestMail } from '#app/messaging/mails/test_mail'
import { composeMail } from '#app/messaging/queries/compose_mail'
import { sampleIn } from '#app/messaging/queries/render_mail'
import { mailTransport } from '#app/messaging/transport'

export type TestMailInput = {
  to: string
  locale: Locale
  actor: Actor
  /** Another mail than the test mail, sent with its invented data. */
  mail?: MailDefinition
}

/**
 * Without a mail server, or to an invented address, the test mail is `kept` in the outbox; another
 * mail is `not_sent`, since its invented data would look like somebody's.
 */
export type TestMailResult =
  | { outcome: 'delivered' | 'kept' | 'not_sent' }
  | { outcome: 'failed'; kind: FailureKind; answer: string }

/**
 * Sends a mail at once, past the outbox, so that the operator reads what the mail server says.
 * Call it outside a transaction: it takes as long as the server does.
 */
export async function sendTestMail(input: TestMailInput): Promise<TestMailResult> {
  const { to, locale, mail = TestMail } = input
  const transport = isInvented(to) ? null : mailTransport()
  if (!transport) {
    if (input.mail) return { outcome: 'not_sent' }
    await keep(input)
    return { outcome: 'kept' }
  }
  const content = { locale, data: sampleIn(mail, locale), to: { name: '', email: to } }
  const composed = await composeMail(mail, content)
  try {
    await transport.send(composed, `${randomId()}@${mailHost}`)
  } catch (error) {
    return { outcome: 'failed', kind: failureKind(error), answer: errorText(error) }
  }
  await transaction((trx) => note(trx, input))
  return { outcome: 'delivered' }
}

async function keep(input: TestMailInput): Promise<void> {
  await transaction(async (trx) => {
    await queueMail(trx, TestMail, { to: input.to, locale: input.locale, data: {} })
    await note(trx, input)
  })
}

/** To whom it went is nobody's business later. */
const note = (trx: Trx, { actor, mail = TestMail }: TestMailInput) =>
  audit(trx, {
    actor,
    action: 'messaging.test_sent',
    object: 'messaging.template',
    objectId: mail.id,
  })
