import vine from '@vinejs/vine'
import { newPasswordFields } from '#app/accounts/validators/new_password_fields'

export const storePasswordResetValidator = vine.create({
  email: vine.string().trim().email().maxLength(254),
})

export const updateNewPasswordValidator = vine.create(newPasswordFields())
