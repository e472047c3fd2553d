import vine from '@vinejs/vine'
import { STAFF_WORDS } from '#plugins/shop-quotes/domain/order_states'
import { BY_HAND } from '#plugins/shop-quotes/domain/refund_states'

const LONGEST = 20_000
const formKey = vine.string().maxLength(64)
/** The version of the order whose page was read. */
const seen = vine.number().withoutDecimals().min(1).max(1_000_000_000)

export const storeOrderReplyValidator = vine.create({
  word: vine.enum(STAFF_WORDS),
  message: vine.string().trim().minLength(1).maxLength(LONGEST),
  seen: seen.clone(),
  form_key: formKey.clone(),
})

/** Money that came or goes back by hand; the amount is read in the formats of who typed it. */
const moved = {
  amount: vine.string().trim().minLength(1).maxLength(40),
  method: vine.enum(BY_HAND),
  value_day: vine.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  seen: seen.clone(),
  form_key: formKey.clone(),
}

export const storeOrderPaymentValidator = vine.create({
  ...moved,
  note: vine.string().trim().maxLength(500).nullable().optional(),
})

export const storeOrderRefundValidator = vine.create({
  ...moved,
  note: vine.string().trim().minLength(1).maxLength(500),
})
