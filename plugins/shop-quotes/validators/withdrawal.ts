import vine from '@vinejs/vine'
import { personRules } from '#core/customers'

/** Who withdraws, and where the receipt goes; `confirmed` is the second step. */
export const storeWithdrawalValidator = vine.create({
  name: personRules.firstName().maxLength(200),
  email: personRules.email(),
  confirmed: vine.literal('yes').optional(),
})
