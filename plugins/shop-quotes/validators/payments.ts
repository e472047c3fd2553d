import vine from '@vinejs/vine'
import { METHODS } from '#plugins/shop-quotes/domain/payment_states'
import { TRIALS } from '#plugins/shop-quotes/domain/trial'

export const storePaymentValidator = vine.create({ method: vine.enum(METHODS).optional() })

export const storeTrialValidator = vine.create({ outcome: vine.enum(TRIALS) })
