import vine from '@vinejs/vine'
import { LOCALES } from '#core/organisation'

export const updateProfileValidator = vine.create({
  first_name: vine.string().trim().minLength(1).maxLength(100),
  last_name: vine.string().trim().minLength(1).maxLength(100),
  locale: vine.enum(LOCALES),
  format_locale: vine.enum(LOCALES).optional(),
})
