import vine from '@vinejs/vine'
import { LOCALES } from '#core/organisation'
import { customerFields } from '#plugins/booking/validators/details'

/** B12: at the desk an e-mail address is asked for, but a caller may have none. */
export const storeDeskBookingValidator = vine.create({
  ...customerFields,
  email: vine.string().trim().email().maxLength(254).optional(),
  locale: vine.enum(LOCALES),
  starts_at: vine.number().withoutDecimals().min(0).max(8_640_000_000_000),
})
