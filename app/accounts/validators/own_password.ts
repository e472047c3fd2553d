import vine from '@vinejs/vine'
import { LONGEST_PASSWORD } from '#app/accounts/domain/passwords'
import { newPasswordFields } from '#app/accounts/validators/new_password_fields'

export const updateOwnPasswordValidator = vine.create({
  current_password: vine
    .string()
    .minLength(1)
    .maxLength(LONGEST_PASSWORD * 4),
  ...newPasswordFields(),
})
