import type { Trx } from '#core/platform'
import { mailUser } from '#app/accounts/actions/mail_user'
import { EmailChangeMail, type EmailChangeNews } from '#app/accounts/mails/email_change_mail'
import type { User } from '#app/accounts/models/user'

type Telling = { news: EmailChangeNews; to: string; changeId: number }

/** Says to the earlier address what happens to it, in case it was not the person themselves. */
export async function tellOfEmailChange(
  trx: Trx,
  user: User,
  { news, to, changeId }: Telling
): Promise<void> {
  await mailUser(trx, EmailChangeMail, user, {
    to,
    data: { name: user.name, news },
    dedupeKey: `accounts.email_change.${news}:${changeId}`,
  })
}
