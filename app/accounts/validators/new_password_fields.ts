import vine from '@vinejs/vine'
import { LONGEST_PASSWORD } from '#app/accounts/domain/passwords'

/** Length is checked for its cost alone; what a good password is says the rule for new ones. */
export const newPasswordFields = () => ({
  password: vine
    .string()
    .minLength(1)
    .maxLength(LONGEST_PASSWORD * 4),
  password_confirmation: vine.string().maxLength(LONGEST_PASSWORD * 4),
})
