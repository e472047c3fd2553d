import vine from '@vinejs/vine'
import { newPasswordFields } from '#app/accounts/validators/new_password_fields'

export const updateInvitationValidator = vine.create({
  first_name: vine.string().trim().minLength(1).maxLength(100),
  last_name: vine.string().trim().minLength(1).maxLength(100),
  ...newPasswordFields(),
})
