import vine from '@vinejs/vine'
import { LOCALES } from '#core/organisation'
import { STAFF_WORDS } from '#plugins/helpdesk/domain/ticket_states'

const LONGEST = 20_000
const words = vine.string().trim().minLength(1).maxLength(LONGEST)
const formKey = vine.string().maxLength(64)

/** `seen`: the version of the ticket whose page was read. */
export const storeReplyValidator = vine.create({
  word: vine.enum(STAFF_WORDS),
  message: words.clone(),
  seen: vine.number().withoutDecimals().min(1).max(1_000_000_000),
  form_key: formKey.clone(),
})

/** What a form of the customer's own does not ask; the rest is read as there. */
export const storeDeskTicketValidator = vine.create({
  locale: vine.enum(LOCALES),
  form_key: formKey.clone(),
})
