import vine from '@vinejs/vine'
import { LONGEST_PAGE } from '#app/feedback/queries/own_pages'

export const LONGEST_PROBLEM = 4000

export const storeReportValidator = vine.create({
  page: vine.string().trim().maxLength(LONGEST_PAGE).optional(),
  problem: vine.string().trim().minLength(1).maxLength(LONGEST_PROBLEM),
  full_name: vine.string().trim().maxLength(200).optional(),
  email: vine.string().trim().email().maxLength(254).optional(),
  form_key: vine
    .string()
    .regex(/^[\w-]{22}$/)
    .optional(),
})
