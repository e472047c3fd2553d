import { defineMail } from '#core/messaging'

/** H8: the one-use link to a new password; its body is shown to nobody else. */
export const ResetLinkMail = defineMail<{ name: string; token: string }>({
  id: 'accounts.reset_link',
  view: 'accounts/mails/reset_link',
  confidential: true,
  subject: (_, t) => t('accounts.mails.reset_link.subject'),
  sample: () => ({ name: 'Ada Brandt', token: 'sample-link-without-any-effect' }),
})
