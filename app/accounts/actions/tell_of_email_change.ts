import { queueMail } from '#core/messaging'
import type { Trx } from '#core/platform'
import { EmailChangeMail, type EmailChangeNews } from '#app/accounts/mails/email_change_mail'
import type { User } from '#app/accounts/models/user'

type Telling = { news: EmailChangeNews; to: string; changeId: number }

/** Says to the earlier address what happens to it, in case it was not the person themselves. */
export async function tellOfEmailChange(
  trx: Trx,
  { id, name, locale }: User,
  { news, to, changeId }: Telling
): Promise<void> {
  await queueMail(trx, EmailChangeMail, {
    to,
    toName: name,
    locale,
    data: { name, news },
    dedupeKey: `accounts.email_change.${news}:${changeId}`,
    about: { object: 'accounts.user', id },
  })
}
