import { defineMail } from '#core/messaging'

/** `used`: somebody signed in with a recovery code. */
export type TwoFactorNews = 'on' | 'off' | 'reset' | 'renewed' | 'used'

/** Tells a person what happened to the second step of their sign-in. */
export const TwoFactorMail = defineMail<{ name: string; news: TwoFactorNews; left: number }>({
  id: 'accounts.two_factor',
  view: 'accounts/mails/two_factor',
  subject: ({ news }, t) => t(`accounts.mails.two_factor.subjects.${news}`),
  sample: () => ({ name: 'Ada Brandt', news: 'used', left: 9 }),
})
