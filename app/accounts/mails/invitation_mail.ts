import { defineMail } from '#core/messaging'

/** The one-use link with which a person who will work here opens their account. */
export const InvitationMail = defineMail<{ name: string; token: string }>({
  id: 'accounts.invitation',
  view: 'accounts/mails/invitation',
  confidential: true,
  subject: (_, t) => t('accounts.mails.invitation.subject'),
  sample: () => ({ name: 'Ada Brandt', token: 'sample-link-without-any-effect' }),
})
