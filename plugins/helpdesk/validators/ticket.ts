import vine from '@vinejs/vine'
import { LONGEST_WORDS } from '#plugins/helpdesk/domain/words'

const publicId = vine.string().regex(/^[\w-]{22}$/)
const formKey = vine.string().maxLength(64)

/** How long words may be says the domain, so that they come back as they were typed. */
const typed = vine.string().maxLength(LONGEST_WORDS * 20)

/** Where the guided menu ended, and in which version of it; what it decides is never sent. */
export const intakePlaceValidator = vine.create({
  need: vine.string().regex(/^[\w-]{1,22}$/),
  version: vine.number().withoutDecimals().min(1).max(2_147_483_647).optional(),
  follow_up_of: publicId.clone().optional(),
})

export const storeTicketValidator = vine.create({ form_key: formKey.clone() })

/** What was typed into the form; what is missing or wrong is told at its field. */
export const typedTicketValidator = vine.create({
  urgency: vine.string().maxLength(20).optional(),
  description: typed.clone().optional(),
})
