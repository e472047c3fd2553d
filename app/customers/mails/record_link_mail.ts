import { defineMail } from '#core/messaging'

/** The one-use link by which a person takes what was done for them into their account. */
export const RecordLinkMail = defineMail<{ name: string; token: string }>({
  id: 'customers.record_link',
  view: 'customers/mails/record_link',
  confidential: true,
  subject: (_, t) => t('customers.mails.record_link.subject'),
  sample: () => ({ name: 'Ada Brandt', token: 'sample-link-without-any-effect' }),
})
