import vine from '@vinejs/vine'
import { LONGEST_PASSWORD } from '#app/accounts/domain/passwords'

export const storeEmailChangeValidator = vine.create({
  email: vine.string().trim().email().maxLength(254),
  current_password: vine
    .string()
    .minLength(1)
    .maxLength(LONGEST_PASSWORD * 4),
  code: vine.string().trim().maxLength(60).optional(),
})
