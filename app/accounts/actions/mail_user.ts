import { queueMail, type MailType, type QueuedMail } from '#core/messaging'
import type { Trx } from '#core/platform'
import type { User } from '#app/accounts/models/user'

/** Mails somebody about their own account; `to` where another address than theirs reads it. */
export async function mailUser<D extends object>(
  trx: Trx,
  mail: Pick<MailType<D>, 'id'>,
  { id, email, name, locale }: User,
  mailing: Pick<QueuedMail<D>, 'data' | 'dedupeKey'> & { to?: string }
): Promise<void> {
  const about = { object: 'accounts.user', id }
  await queueMail(trx, mail, { to: email, toName: name, locale, about, ...mailing })
}
