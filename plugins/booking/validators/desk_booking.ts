import vine from '@vinejs/vine'
import { personRules } from '#core/customers'
import { LOCALES } from '#core/organisation'
import { startsAt } from '#plugins/booking/validators/choice'
import { customerFields } from '#plugins/booking/validators/details'

/** B12: booking at the desk for a customer who is known. */
export const storeDeskBookingValidator = vine.create({
  locale: vine.enum(LOCALES),
  starts_at: startsAt,
  form_key: vine
    .string()
    .transform((key) => key.slice(0, 64))
    .optional(),
})

/** Somebody new: an e-mail address is asked for, but a caller may have none. */
export const storeCallerValidator = vine.create({
  ...customerFields,
  email: personRules.email().optional(),
})

/** `sequence`: how often the appointment had been moved when its page was shown. */
export const storeDeskMoveValidator = vine.create({
  starts_at: startsAt,
  sequence: vine.number().withoutDecimals().min(0).max(1_000_000),
})
