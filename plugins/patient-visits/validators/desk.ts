import vine from '@vinejs/vine'
import { LOCALES } from '#core/organisation'

const startsAt = vine.number().withoutDecimals().min(0).max(8_640_000_000_000)
const publicId = vine.string().regex(/^[\w-]{22}$/)
const formKey = vine.string().maxLength(64)

/** Booking for a patient who is known; what and with whom is read with the page. */
export const storeDeskVisitValidator = vine.create({
  starts_at: startsAt.clone(),
  locale: vine.enum(LOCALES),
  form_key: formKey.clone(),
})

/** `sequence`: how often the visit had been moved when its page was shown. */
export const storeDeskMoveValidator = vine.create({
  starts_at: startsAt.clone(),
  sequence: vine.number().withoutDecimals().min(0).max(1_000_000),
  doctor: publicId.clone().optional(),
})

/** `version`: of the visit when its documents were shown. */
export const updateDocumentsValidator = vine.create({
  version: vine.number().withoutDecimals().min(1).max(1_000_000_000),
})

/** A doctor by id, and a local day of their unit. */
export const cancelledDayValidator = vine.create({
  doctor: vine.number().withoutDecimals().min(1).max(2_147_483_647),
  day: vine.string().regex(/^\d{4}-\d{2}-\d{2}$/),
})

export const storeCancelledDayValidator = vine.create({ form_key: formKey.clone() })
