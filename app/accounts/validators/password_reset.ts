import vine from '@vinejs/vine'
import { LONGEST_PASSWORD } from '#app/accounts/domain/passwords'

export const storePasswordResetValidator = vine.create({
  email: vine.string().trim().email().maxLength(254),
})

export const updateNewPasswordValidator = vine.create({
  password: vine
    .string()
    .minLength(1)
    .maxLength(LONGEST_PASSWORD * 4),
  password_confirmation: vine.string().maxLength(LONGEST_PASSWORD * 4),
})
