import vine from '@vinejs/vine'
import { LOCALES } from '#core/organisation'

const minutes = () => vine.number().withoutDecimals().range([0, 1440])

/** What the page last told, carried in the address with which it asks again. */
export const showPhoneTicketValidator = vine.create({
  lang: vine.enum(LOCALES).optional(),
  from: minutes().optional(),
  to: minutes().optional(),
})
