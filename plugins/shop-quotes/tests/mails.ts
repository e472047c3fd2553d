import { OutboxMail } from '#core/messaging'
import { composeMail } from '#app/messaging/queries/compose_mail'
import { mailDefinition } from '#app/messaging/queries/mail_definitions'

/** What was written to somebody, oldest first, as its recipient reads it. */
export async function mailsTo(address: string) {
  const rows = await OutboxMail.query().where('toAddress', address).orderBy('id')
  return Promise.all(
    rows.map(({ template, locale, data, toName }) =>
      composeMail(mailDefinition(template)!, {
        ...{ locale, data, to: { name: toName ?? '', email: address } },
      })
    )
  )
}
