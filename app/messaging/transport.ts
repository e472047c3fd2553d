import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import { smtp } from '#config/mail'
import type { ComposedMail } from '#app/messaging/queries/compose_mail'

/** Hands a mail to a mail server; resolves once the server has taken it. */
export type MailTransport = { send(mail: ComposedMail, messageId: string): Promise<void> }

type SmtpSettings = ConstructorParameters<typeof SMTPTransport>[0]

const address = ({ name, email }: { name: string; email: string }) => ({ name, address: email })

/** Mail by SMTP, one connection a mail: nothing to keep alive, nothing to go stale. */
export function smtpTransport(settings: SmtpSettings): MailTransport {
  return {
    async send(mail, messageId) {
      const transport = new SMTPTransport(settings)
      try {
        await transport.send({
          messageId: `<${messageId}>`,
          from: address(mail.from),
          to: [address(mail.to)],
          replyTo: mail.replyTo ? [mail.replyTo] : undefined,
          subject: mail.subject,
          html: mail.html,
          text: mail.text,
          attachments: mail.files,
          icalEvent: mail.invite ? { ...mail.invite, filename: 'invite.ics' } : undefined,
          // Out-of-office replies would go to nobody.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        })
      } finally {
        await transport.close()
      }
    },
  }
}

let current: MailTransport | null = smtp && smtpTransport(smtp)

/** How mail leaves; null keeps it in the outbox. */
export const mailTransport = (): MailTransport | null => current

/** Replaces the way out and returns a function that puts the former back. Tests only. */
export function useMailTransport(transport: MailTransport | null): () => void {
  const former = current
  current = transport
  return () => {
    current = former
  }
}
