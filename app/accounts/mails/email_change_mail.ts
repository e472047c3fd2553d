import { defineMail } from '#core/messaging'

/** `asked`: the link is on its way to the new address; `changed`: it was used. */
export type EmailChangeNews = 'asked' | 'changed'

/** Tells the earlier address of an account that it is left, with the way to object. */
export const EmailChangeMail = defineMail<{ name: string; news: EmailChangeNews }>({
  id: 'accounts.email_change',
  view: 'accounts/mails/email_change',
  subject: ({ news }, t) => t(`accounts.mails.email_change.subjects.${news}`),
  sample: () => ({ name: 'Ada Brandt', news: 'changed' }),
})
