import vine from '@vinejs/vine'

const publicId = vine.string().regex(/^[\w-]{22}$/)
const startsAt = vine.number().withoutDecimals().min(0).max(8_640_000_000_000)

/** What is wanted, where, with whom and when; never for whom, that is who is signed in. */
export const wantedVisitValidator = vine.create({
  visit: publicId.clone(),
  unit: vine.string().maxLength(60),
  doctor: publicId.clone().optional(),
})

export const wantedTimeValidator = vine.create({ starts_at: startsAt.clone() })

export const storeVisitValidator = vine.create({
  starts_at: startsAt.clone(),
  form_key: vine.string().maxLength(64),
})

/** `sequence`: how often the visit had been moved when its page was shown. */
export const storeMoveValidator = vine.create({
  starts_at: startsAt.clone(),
  sequence: vine.number().withoutDecimals().min(0).max(1_000_000),
  doctor: publicId.clone().optional(),
})
