import vine from '@vinejs/vine'

/** Without a location all are shown again. */
export const storeLocationChoiceValidator = vine.create({
  location: vine.number().withoutDecimals().positive().max(2_147_483_647).optional(),
  back: vine.string().maxLength(500).optional(),
})
