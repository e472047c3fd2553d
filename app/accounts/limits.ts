import { defineLimit } from '#core/web'

/** By address: 10 a minute and 100 an hour; by account the pauses of `sign_in_delay` apply. */
export const SIGN_IN_LIMITS = [
  defineLimit({ id: 'accounts.sign_in.minute', points: 10, seconds: 60 }),
  defineLimit({ id: 'accounts.sign_in.hour', points: 100, seconds: 3600 }),
]

/** Mails to one mailbox, so that nobody floods it. */
const toMailbox = (id: string) => defineLimit({ id, points: 3, seconds: 3600 })
/** What one address, or one account, asks to be mailed. */
const fromAsker = (id: string) => defineLimit({ id, points: 10, seconds: 3600 })

export const RESET_BY_EMAIL = toMailbox('accounts.reset.email')
export const RESET_BY_ADDRESS = fromAsker('accounts.reset.address')

export const REGISTER_BY_EMAIL = toMailbox('accounts.register.email')
export const REGISTER_BY_ADDRESS = fromAsker('accounts.register.address')

/** Another address mails to a mailbox of which nobody knows yet whose it is. */
export const EMAIL_CHANGE_BY_EMAIL = toMailbox('accounts.email_change.email')
export const EMAIL_CHANGE_BY_USER = fromAsker('accounts.email_change.user')

/** Tries at the first code of a second factor that is being set up. */
export const TWO_FACTOR_LIMIT = defineLimit({
  id: 'accounts.two_factor',
  points: 20,
  seconds: 900,
})

/** Tries at guessing the address that a start prints. */
export const FIRST_RUN_LIMIT = defineLimit({ id: 'accounts.first_run', points: 30, seconds: 3600 })

/** Tries at guessing a link, or at finding a password that the rules accept. */
export const NEW_PASSWORD_LIMIT = defineLimit({
  id: 'accounts.new_password',
  points: 30,
  seconds: 3600,
})
