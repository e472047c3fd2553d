import vine from '@vinejs/vine'
import { personRules } from '#core/customers'

/** B8: first name, last name and a valid e-mail at least. */
export const customerFields = {
  first_name: personRules.firstName(),
  last_name: personRules.lastName(),
  email: personRules.email(),
  phone: personRules.phone().optional(),
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
