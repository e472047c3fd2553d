import { defineLimit } from '#core/web'

/** By address: 10 a minute and 100 an hour; by account the pauses of `sign_in_delay` apply. */
export const SIGN_IN_LIMITS = [
  defineLimit({ id: 'accounts.sign_in.minute', points: 10, seconds: 60 }),
  defineLimit({ id: 'accounts.sign_in.hour', points: 100, seconds: 3600 }),
]

/** Mails to one mailbox, so that nobody floods it, and requests from one address. */
export const RESET_BY_EMAIL = defineLimit({ id: 'accounts.reset.email', points: 3, seconds: 3600 })
export const RESET_BY_ADDRESS = defineLimit({
  id: 'accounts.reset.address',
  points: 10,
  seconds: 3600,
})

/** Registering mails like a new password does, and has the same limits. */
export const REGISTER_BY_EMAIL = defineLimit({
  id: 'accounts.register.email',
  points: 3,
  seconds: 3600,
})
export const REGISTER_BY_ADDRESS = defineLimit({
  id: 'accounts.register.address',
  points: 10,
  seconds: 3600,
})

/** Another address mails to a mailbox of which nobody knows yet whose it is. */
export const EMAIL_CHANGE_BY_EMAIL = defineLimit({
  id: 'accounts.email_change.email',
  points: 3,
  seconds: 3600,
})
export const EMAIL_CHANGE_BY_USER = defineLimit({
  id: 'accounts.email_change.user',
  points: 10,
  seconds: 3600,
})

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
