import vine from '@vinejs/vine'
import { PURPOSES } from '#app/consent/domain/choice'

export const updateChoiceValidator = vine.create({
  choice: vine.enum(['all', 'none', 'some']),
  purposes: vine.array(vine.enum(PURPOSES)).maxLength(PURPOSES.length).optional(),
  /** Where the visitor was: the banner leads back there, the settings offer the way. */
  next: vine.string().maxLength(2000).optional(),
  from: vine.string().maxLength(2000).optional(),
})

export const settingsAddressValidator = vine.create({
  kept: vine.literal('yes').optional(),
  from: vine.string().maxLength(2000).optional(),
})
