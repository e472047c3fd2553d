import vine from '@vinejs/vine'
import { LOCALES } from '#core/organisation'

/** What every page of a kiosk carries along; anything else counts as nothing. */
export const kioskPageValidator = vine.create({
  in: vine.enum(LOCALES).optional(),
  page: vine.number().withoutDecimals().range([1, 20]).optional(),
})

export const storeKioskTicketValidator = vine.create({
  line: vine.number().withoutDecimals().min(1).max(2_000_000_000),
  form_key: vine.string().minLength(16).maxLength(64),
})

export const showKioskTicketValidator = vine.create({
  until: vine.number().withoutDecimals().min(0).max(8_640_000_000_000_000),
  told: vine.enum(['issued', 'checked_in', 'late', 'already', 'called'] as const),
})

export const storeCheckInValidator = vine.create({
  code: vine.string().trim().maxLength(400).optional(),
  /** A key of the keypad, where no script adds it to the number. */
  key: vine
    .string()
    .regex(/^([A-Z\d]|back)$/)
    .optional(),
})
