import { defineMail } from '#core/messaging'

/** Somebody registers an address that has an account: its owner alone learns that it has. */
export const RegisteredBeforeMail = defineMail<{ name: string; next: string | null }>({
  id: 'accounts.registered_before',
  view: 'accounts/mails/registered_before',
  subject: (_, t) => t('accounts.mails.registered_before.subject'),
  sample: () => ({ name: 'Ada Brandt', next: null }),
})
