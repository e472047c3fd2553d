import vine from '@vinejs/vine'
import { LOCALES, ZONES } from '#core/organisation'
import { newPasswordFields } from '#app/accounts/validators/new_password_fields'

export const storeFirstRunValidator = vine.create({
  organisation: vine.string().trim().minLength(1).maxLength(120),
  locale: vine.enum(LOCALES),
  location: vine.string().trim().minLength(1).maxLength(120),
  address: vine.string().trim().maxLength(500).optional(),
  zone: vine.enum(ZONES),
  first_name: vine.string().trim().minLength(1).maxLength(100),
  last_name: vine.string().trim().minLength(1).maxLength(100),
  email: vine.string().trim().email().maxLength(254),
  ...newPasswordFields(),
})
