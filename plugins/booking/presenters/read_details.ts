import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import {
  answerSentences,
  formFor,
  sentAnswerFiles,
  validateAnswers,
  type AnswerErrors,
  type Answers,
  type GivenFiles,
} from '#core/forms'
import { firstOfEach, type FieldErrors } from '#core/web'
import { appointmentFiles } from '#plugins/booking/files'
import type { Details } from '#plugins/booking/models/draft'
import { typedDetailsValidator, updateDetailsValidator } from '#plugins/booking/validators/details'

export type ReadDetails = {
  details: Details
  errors: FieldErrors
  answerErrors: AnswerErrors
}

export type ReadAnswers = Pick<ReadDetails, 'errors' | 'answerErrors'> &
  Pick<Details, 'answers' | 'formVersionId'>

/** The answers to a service's form; the form decides which exist, others are dropped. */
export async function readAnswers(ctx: HttpContext, formId: number | null): Promise<ReadAnswers> {
  const form = formId === null ? null : await formFor(formId)
  const raw: unknown = ctx.request.input('answers') ?? {}
  const fields = form?.fields ?? []
  const files = await sentAnswerFiles(ctx, appointmentFiles, fields)
  const checked = validateAnswers(fields, raw, ctx.locale, files)
  const answerErrors = checked.ok ? {} : checked.errors
  return {
    answerErrors,
    errors: answerSentences(ctx, fields, answerErrors),
    answers: checked.ok ? checked.answers : { ...typedAnswers(raw), ...heldAnswers(files) },
    formVersionId: form?.id ?? null,
  }
}

/** Reads a posted details form: what was typed, kept whatever it is, and what is wrong with it. */
export async function readDetails(ctx: HttpContext, formId: number | null): Promise<ReadDetails> {
  const { answers, formVersionId, ...read } = await readAnswers(ctx, formId)
  const [typedError, typed] = await ctx.request.tryValidateUsing(typedDetailsValidator)
  const [error] = await ctx.request.tryValidateUsing(updateDetailsValidator)
  const errors = firstOfEach((error ?? typedError)?.messages ?? [])
  return {
    errors: { ...errors, ...read.errors },
    answerErrors: read.answerErrors,
    details: { ...trimmed(typed ?? {}), answers, formVersionId },
  }
}

type Typed = Infer<typeof typedDetailsValidator>

function trimmed(typed: Typed) {
  return {
    firstName: typed.first_name?.trim() ?? null,
    lastName: typed.last_name?.trim() ?? null,
    email: typed.email?.trim().toLowerCase() ?? null,
    phone: typed.phone?.trim() ?? null,
  }
}

const LONGEST_KEPT = 5000

/** Refused answers as they were typed, to be shown again; never taken into an appointment. */
function typedAnswers(raw: unknown): Answers {
  if (typeof raw !== 'object' || raw === null) return {}
  const texts = Object.entries(raw).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(texts.map(([key, text]) => [key, text.slice(0, LONGEST_KEPT)]))
}

/** Files that were taken are not sent again because something else was wrong. */
function heldAnswers(files: GivenFiles): Answers {
  return Object.fromEntries(Object.entries(files).map(([key, { answer }]) => [key, answer]))
}
