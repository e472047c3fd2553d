import vine from '@vinejs/vine'
import { COUNTRIES } from '#app/customers/domain/countries'

export const addressValidator = vine.create({
  label: vine.string().trim().maxLength(60).optional(),
  recipient: vine.string().trim().minLength(1).maxLength(200),
  street: vine.string().trim().minLength(1).maxLength(200),
  addition: vine.string().trim().maxLength(200).optional(),
  postal_code: vine.string().trim().minLength(1).maxLength(20),
  city: vine.string().trim().minLength(1).maxLength(100),
  country: vine.enum(COUNTRIES),
  /** Of a new address: the form sent twice adds one. */
  form_key: vine.string().maxLength(40).optional(),
  /** Of a known one: as it was when the form was shown. */
  version: vine.number().withoutDecimals().positive().max(2_000_000_000).optional(),
})
