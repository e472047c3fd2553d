import vine from '@vinejs/vine'

export const storeCancellationValidator = vine.create({
  reason: vine.string().trim().maxLength(500).optional(),
})
