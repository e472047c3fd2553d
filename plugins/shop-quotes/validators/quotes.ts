import vine from '@vinejs/vine'
import { LONGEST_WORDS } from '#plugins/shop-quotes/domain/words'

const publicId = vine.string().regex(/^[\w-]{22}$/)

/** How long words may be says the domain, so that they come back as they were typed. */
const typed = vine.string().maxLength(LONGEST_WORDS * 20)

/** `lines`: what was shown when the request was confirmed. */
export const storeRequestValidator = vine.create({
  lines: vine.array(publicId.clone()).maxLength(500),
  message: typed.clone().optional(),
})

/** `seen`: the version whose page was read. */
export const storeQuoteWordsValidator = vine.create({
  form_key: vine.string().maxLength(64),
  seen: publicId.clone().optional(),
  text: typed.clone().optional(),
})

/** What was shown: version, digest and total; the rest is told at its field. */
export const storeAcceptanceValidator = vine.create({
  form_key: vine.string().maxLength(64),
  version: publicId.clone(),
  digest: vine.string().regex(/^[\da-f]{64}$/),
  total: vine.number().withoutDecimals().min(-10_000_000_000).max(10_000_000_000),
  chosen: vine.array(publicId.clone()).maxLength(100).optional(),
  billing: vine.string().maxLength(22).optional(),
  method: vine.string().maxLength(20).optional(),
  early: vine.string().maxLength(10).optional(),
  agreed: vine.string().maxLength(10).optional(),
  terms: vine.string().maxLength(64).optional(),
  recalculate: vine.string().maxLength(10).optional(),
})

/** `seen`: the version of the quote whose page was read. */
export const storeQuoteReplyValidator = vine.create({
  word: vine.enum(['ask', 'write', 'note']),
  message: typed.clone().optional(),
  seen: vine.number().withoutDecimals().min(1).max(1_000_000_000),
  form_key: vine.string().maxLength(64),
})

export const storeSendingValidator = vine.create({
  seen: vine.number().withoutDecimals().min(1).max(1_000_000_000),
})
