import vine from '@vinejs/vine'

/** B8: first name, last name and a valid e-mail at least. */
export const customerFields = {
  first_name: vine.string().trim().minLength(1).maxLength(100),
  last_name: vine.string().trim().minLength(1).maxLength(100),
  email: vine.string().trim().email().maxLength(254),
  phone: vine.string().trim().maxLength(40).optional(),
}

export const updateDetailsValidator = vine.create(customerFields)

/** What was typed, whatever it is: kept in the draft so that no error loses it. */
export const typedDetailsValidator = vine.create({
  first_name: vine.string().maxLength(100).optional(),
  last_name: vine.string().maxLength(100).optional(),
  email: vine.string().maxLength(254).optional(),
  phone: vine.string().maxLength(40).optional(),
})
