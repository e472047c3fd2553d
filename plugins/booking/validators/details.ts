import vine from '@vinejs/vine'

/** B8: first name, last name and a valid e-mail at least. */
export const customerFields = {
  first_name: vine.string().trim().minLength(1).maxLength(100),
  last_name: vine.string().trim().minLength(1).maxLength(100),
  email: vine.string().trim().email().maxLength(254),
  phone: vine.string().trim().maxLength(40).optional(),
}

export const updateDetailsValidator = vine.create(customerFields)

/** As much as the draft can keep of what was typed; its length is refused above. */
const typed = (longest: number) =>
  vine
    .string()
    .transform((text) => text.slice(0, longest))
    .optional()

/** What was typed, whatever it is: kept in the draft so that no error loses it. */
export const typedDetailsValidator = vine.create({
  first_name: typed(100),
  last_name: typed(100),
  email: typed(254),
  phone: typed(40),
})
