import vine from '@vinejs/vine'
import { SOLUTION_ANSWERS } from '#plugins/helpdesk/domain/solution_answer'
import { LONGEST_WORDS } from '#plugins/helpdesk/domain/words'

/** How long words may be says the domain, so that they come back as they were typed. */
const typed = vine.string().maxLength(LONGEST_WORDS * 20)

/** `form_key` names the form that was shown, so that a second click adds nothing. */
export const storeStepValidator = vine.create({
  form_key: vine.string().maxLength(64),
  text: typed.clone().optional(),
})

/** `proposed_at`: of the solution that was read; `sure`: asked once more what the words mean. */
export const storeSolutionValidator = vine.create({
  answer: vine.enum(SOLUTION_ANSWERS).optional(),
  text: typed.clone().optional(),
  proposed_at: vine.number().withoutDecimals().min(0).max(8_640_000_000_000),
  sure: vine.literal('yes').optional(),
})

export const storeRatingValidator = vine.create({
  rating: vine.number().withoutDecimals().min(1).max(5).optional(),
  comment: typed.clone().optional(),
})
