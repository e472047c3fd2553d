import vine from '@vinejs/vine'
import { COUNTER_STEPS } from '#plugins/queue-caller/actions/serve_ticket'

const id = () => vine.number().withoutDecimals().positive().max(2_147_483_647)
const yesOrNo = () => vine.enum(['yes', 'no'])

/** What every form of the counter carries: its key, and what the list shows. */
export const deskFormValidator = vine.create({
  form_key: vine
    .string()
    .transform((key) => key.slice(0, 64))
    .optional(),
  line: id().optional(),
  all: yesOrNo().optional(),
})

export const storeDeskSessionValidator = vine.create({
  counter: id(),
  automatic: yesOrNo().optional(),
})

export const updateDeskSessionValidator = vine.create({
  paused: yesOrNo().optional(),
  automatic: yesOrNo().optional(),
})

/** Without a ticket the next one is called. */
export const storeDeskCallValidator = vine.create({ ticket: id().optional() })

export const storeDeskStepValidator = vine.create({
  step: vine.enum([...COUNTER_STEPS, 'finish_and_next'] as const),
})

export const storeDeskTransferValidator = vine.create({
  to_line: id(),
  to_counter: id().optional(),
  place: vine.enum(['first', 'last']),
})

/** Nothing takes the note away. */
export const updateDeskNoteValidator = vine.create({
  note: vine.string().trim().maxLength(200).optional(),
})

export const storeDeskUrgencyValidator = vine.create({ urgent: yesOrNo() })

export const storeDeskWalkInValidator = vine.create({ to_line: id() })
