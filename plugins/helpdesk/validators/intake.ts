import vine from '@vinejs/vine'

/** `agreed`: the menu that is being edited may be replaced. */
export const storeIntakeValidator = vine.create({
  form_key: vine.string().maxLength(64),
  agreed: vine.literal('yes').nullable().optional(),
})
