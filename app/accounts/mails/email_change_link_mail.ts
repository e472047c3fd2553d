import { defineMail } from '#core/messaging'

/** The one-use link that proves the mailbox and moves the account there. */
export const EmailChangeLinkMail = defineMail<{ name: string; token: string }>({
  id: 'accounts.email_change_link',
  view: 'accounts/mails/email_change_link',
  confidential: true,
  subject: (_, t) => t('accounts.mails.email_change_link.subject'),
  sample: () => ({ name: 'Ada Brandt', token: 'sample-link-without-any-effect' }),
})
