import { defineMail } from '#core/messaging'

/** Tells whoever left that their account is gone, in case it was not them. */
export const AccountClosedMail = defineMail<{ name: string }>({
  id: 'accounts.account_closed',
  view: 'accounts/mails/account_closed',
  subject: (_, t) => t('accounts.mails.account_closed.subject'),
  sample: () => ({ name: 'Ada Brandt' }),
})
