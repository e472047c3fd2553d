import vine from '@vinejs/vine'
import { LOCALES } from '#core/organisation'

export const updateProfileValidator = vine.create({
  first_name: vine.string().trim().minLength(1).maxLength(100),
  last_name: vine.string().trim().minLength(1).maxLength(100),
  locale: vine.enum(LOCALES),
  format_locale: vine.enum(LOCALES).optional(),
})

/** The language alone, from the menu on every page. */
export const storeLanguageValidator = vine.create({ locale: vine.enum(LOCALES) })
