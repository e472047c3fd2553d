import vine from '@vinejs/vine'
import { SWITCHES, TEXT_SIZES } from '#app/reading/domain/aids'

export const updateAidsValidator = vine.create({
  text: vine.enum(TEXT_SIZES).optional(),
  on: vine.array(vine.enum(SWITCHES)).maxLength(SWITCHES.length).optional(),
  /** The button that takes everything back. */
  none: vine.literal('yes').optional(),
})

export const keptValidator = vine.create({ kept: vine.string().maxLength(60).optional() })
