import { randomId, type Trx } from '#core/platform'
import { mailUser } from '#app/accounts/actions/mail_user'
import { TwoFactorMail, type TwoFactorNews } from '#app/accounts/mails/two_factor_mail'
import type { User } from '#app/accounts/models/user'

/** Whoever takes over an account begins here, so its owner hears of every change. */
export async function tellOfTwoFactor(
  trx: Trx,
  user: User,
  news: TwoFactorNews,
  left = 0
): Promise<void> {
  await mailUser(trx, TwoFactorMail, user, {
    data: { name: user.name, news, left },
    dedupeKey: `accounts.two_factor:${user.id}:${randomId()}`,
  })
}
