import { defineMail } from '#core/messaging'

/** Somebody wants an address for their account that has one: its owner alone learns of it. */
export const AddressTakenMail = defineMail<{ name: string }>({
  id: 'accounts.address_taken',
  view: 'accounts/mails/address_taken',
  subject: (_, t) => t('accounts.mails.address_taken.subject'),
  sample: () => ({ name: 'Ada Brandt' }),
})
