import vine from '@vinejs/vine'
import { LONGEST_PASSWORD } from '#app/accounts/domain/passwords'

/** Wide enough for a recovery code with spaces. */
const code = () => vine.string().trim().minLength(1).maxLength(60)
const current_password = () =>
  vine
    .string()
    .minLength(1)
    .maxLength(LONGEST_PASSWORD * 4)

export const codeValidator = vine.create({ code: code() })
export const storeConfirmationValidator = vine.create({
  current_password: current_password(),
  code: code().optional(),
  next: vine.string().maxLength(2000).optional(),
})
export const renewRecoveryCodesValidator = vine.create({ current_password: current_password() })
export const switchOffTwoFactorValidator = vine.create({
  current_password: current_password(),
  code: code(),
})
