import vine from '@vinejs/vine'
import { LONGEST_WORDS } from '#plugins/shop-quotes/domain/words'

/** How long words may be says the domain, so that they come back as they were typed. */
export const storeOrderStepValidator = vine.create({
  form_key: vine.string().maxLength(64),
  text: vine
    .string()
    .maxLength(LONGEST_WORDS * 20)
    .optional(),
})
