import { defineMail } from '#core/messaging'

/** Tells the owner of an account that its password is a new one, in case it was not them. */
export const PasswordChangedMail = defineMail<{ name: string }>({
  id: 'accounts.password_changed',
  view: 'accounts/mails/password_changed',
  subject: (_, t) => t('accounts.mails.password_changed.subject'),
  sample: () => ({ name: 'Ada Brandt' }),
})
