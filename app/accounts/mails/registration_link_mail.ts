import { defineMail } from '#core/messaging'

/** The one-use link that proves the mailbox and makes the account. */
export const RegistrationLinkMail = defineMail<{
  name: string
  token: string
  /** Where they go on with the account. */
  next: string | null
}>({
  id: 'accounts.registration_link',
  view: 'accounts/mails/registration_link',
  confidential: true,
  subject: (_, t) => t('accounts.mails.registration_link.subject'),
  sample: () => ({ name: 'Ada Brandt', token: 'sample-link-without-any-effect', next: null }),
})
