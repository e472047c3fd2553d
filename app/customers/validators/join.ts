import vine from '@vinejs/vine'
import { JOINED_FIELDS } from '#app/customers/actions/join_duplicates'

const LARGEST = 2_147_483_647
const whole = () => vine.number().withoutDecimals().range([1, LARGEST])
const which = () => vine.enum(['this', 'other'] as const).optional()

/** Both records as they were shown, and which value of each field stays. */
export const storeJoinValidator = vine.create({
  with: whole(),
  version: whole(),
  other_version: whole(),
  keep: vine.object(Object.fromEntries(JOINED_FIELDS.map((field) => [field, which()]))).optional(),
})
