import vine from '@vinejs/vine'
import { LONGEST_PASSWORD } from '#app/accounts/domain/passwords'

export const storeDepartureValidator = vine.create({
  current_password: vine
    .string()
    .minLength(1)
    .maxLength(LONGEST_PASSWORD * 4),
})
