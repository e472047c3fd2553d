import vine from '@vinejs/vine'
import { LOCALES } from '#core/organisation'
import { newPasswordFields } from '#app/accounts/validators/new_password_fields'

export const storeRegistrationValidator = vine.create({
  first_name: vine.string().trim().minLength(1).maxLength(100),
  last_name: vine.string().trim().minLength(1).maxLength(100),
  email: vine.string().trim().email().maxLength(254),
  locale: vine.enum(LOCALES),
})

export const updateRegistrationLinkValidator = vine.create(newPasswordFields())
