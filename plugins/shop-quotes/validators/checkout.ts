import vine from '@vinejs/vine'
import { METHODS } from '#plugins/shop-quotes/domain/payment_states'

/** One of the saved profiles; without it the fields of a new one are read. */
export const chosenProfileValidator = vine.create({
  profile: vine
    .string()
    .regex(/^[\w-]{22}$/)
    .optional(),
})

/** `cart` and `seen` name what was shown; prices, lines and totals are never taken from a form. */
export const storeOrderValidator = vine.create({
  cart: vine.string().regex(/^[\w-]{22}$/),
  seen: vine.string().regex(/^[\w-]{22}(\.[\w-]{22}){3}$/),
  method: vine.enum(METHODS).optional(),
  terms: vine.string().maxLength(10).optional(),
  starts_early: vine.string().maxLength(10).optional(),
})
