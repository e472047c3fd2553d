import vine from '@vinejs/vine'
import { LONGEST_PASSWORD } from '#app/accounts/domain/passwords'

/** Length is checked for its cost alone; what a good password is says the rule for new ones. */
export const storeSignInValidator = vine.create({
  email: vine.string().trim().minLength(1).maxLength(254),
  password: vine
    .string()
    .minLength(1)
    .maxLength(LONGEST_PASSWORD * 4),
  next: vine.string().maxLength(2000).optional(),
})
