import vine from '@vinejs/vine'
import { CHOICE_PAGES } from '#plugins/booking/domain/choice_page'

export const startsAt = vine.number().withoutDecimals().min(0).max(8_640_000_000_000)

export const storeChoiceValidator = vine.create({
  starts_at: startsAt,
  draft: vine.string().maxLength(64).optional(),
  view: vine.enum(['month', 'week'] as const).optional(),
})

export const storeExtensionValidator = vine.create({
  page: vine.enum(CHOICE_PAGES).optional(),
})

export const storeMoveValidator = vine.create({ starts_at: startsAt })
