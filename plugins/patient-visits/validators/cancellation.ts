import vine from '@vinejs/vine'
import { LONGEST_REASON } from '#plugins/patient-visits/domain/cancel_reason'

/** How long a reason may be and whether one is asked for say the rules of V4; this is the roof. */
export const storeCancellationValidator = vine.create({
  reason: vine
    .string()
    .maxLength(LONGEST_REASON * 20)
    .optional(),
})
